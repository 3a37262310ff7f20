package dev.tendril.layers.steps;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.node.Affine;
import java.util.Optional;

/**
 * Attention after the step (Luong et al. 2015): the new state looks into the memory, and both make the attentional vector that is shown.
 * <pre>
 *   s′ = step(x, s)
 *   c = attend(output(s′), memory)
 *   a = tanh(U [c; output(s′)])
 *   output: a
 * </pre>
 * Shapes: {@code x [B, I]}, {@code c [B, C]}, {@code a [B, H]}, {@code U [H, C + H]}. Before the first step a is 0.
 *
 * @param inner the cell that steps
 * @param attention looks into the memory
 * @param attentional U, without bias
 * @param <S> the state of the cell inside
 * @param <M> the prepared memory
 * @param <A> what the attention carries
 */
record AttendAfterCell<S extends CellState, M extends CellState, A extends CellState>(
        ConditionedCell<S> inner, Attention<M, A> attention, Affine attentional)
        implements ConditionedCell<AttendAfterCell.State<S, M, A>> {

    /**
     * What is carried from step to step.
     *
     * @param inner of the cell inside
     * @param memory constant
     * @param carried by the attention
     * @param attentional a, [B, H]
     * @param weights of this step, [B, S]
     * @param <S> the state of the cell inside
     * @param <M> the prepared memory
     * @param <A> what the attention carries
     */
    public record State<S extends CellState, M extends CellState, A extends CellState>(
            S inner, M memory, A carried, Tensor attentional, Tensor weights) implements CellState {}

    @Override
    public State<S, M, A> start(Values inputs, int rows, Pass pass) {
        Sequence source = inputs.sequence(RecurrentSteps.MEMORY).in(pass);
        M memory = attention.prepare(source, pass);
        return new State<>(
                inner.start(inputs, rows, pass),
                memory,
                attention.initialState(memory, pass),
                pass.zeros(Shape.of(rows, attentional.weight().shape().size(0))),
                pass.zeros(Shape.of(rows, source.shape().size(1))));
    }

    @Override
    public State<S, M, A> step(Tensor x, State<S, M, A> previous) {
        S next = inner.step(x, previous.inner());
        Tensor query = inner.output(next);
        Attention.Attended<A> seen = attention.attend(query, previous.memory(), previous.carried());
        Tensor vector = attentional.of(seen.context().concat(-1, query)).tanh(); // [B, C + H] → [B, H]
        return new State<>(next, previous.memory(), seen.state(), vector, seen.weights());
    }

    @Override
    public Tensor output(State<S, M, A> state) {
        return state.attentional();
    }

    @Override
    public Optional<Tensor> alignment(State<S, M, A> state) {
        return Optional.of(state.weights());
    }
}

package dev.tendril.layers.steps;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.Optional;

/**
 * Attention before the step (Bahdanau et al. 2015): the previous state looks into the memory, and what it sees joins the input.
 * <pre>
 *   c = attend(output(s), memory)
 *   s′ = step([x; c], s)
 *   output: [output(s′); c]
 * </pre>
 * Shapes: {@code x [B, I]}, {@code c [B, C]}, output {@code [B, H + C]}.
 *
 * @param inner the cell that steps
 * @param attention looks into the memory
 * @param contextSize C
 * @param <S> the state of the cell inside
 * @param <M> the prepared memory
 * @param <A> what the attention carries
 */
record AttendBeforeCell<S extends CellState, M extends CellState, A extends CellState>(
        ConditionedCell<S> inner, Attention<M, A> attention, int contextSize)
        implements ConditionedCell<AttendBeforeCell.State<S, M, A>> {

    /**
     * What is carried from step to step.
     *
     * @param inner of the cell inside
     * @param memory constant
     * @param carried by the attention
     * @param context c of this step, [B, C]
     * @param weights of this step, [B, S]
     * @param <S> the state of the cell inside
     * @param <M> the prepared memory
     * @param <A> what the attention carries
     */
    public record State<S extends CellState, M extends CellState, A extends CellState>(
            S inner, M memory, A carried, Tensor context, Tensor weights) implements CellState {}

    @Override
    public State<S, M, A> start(Values inputs, int rows, Pass pass) {
        Sequence source = inputs.sequence(RecurrentSteps.MEMORY).in(pass);
        M memory = attention.prepare(source, pass);
        return new State<>(
                inner.start(inputs, rows, pass),
                memory,
                attention.initialState(memory, pass),
                pass.zeros(Shape.of(rows, contextSize)),
                pass.zeros(Shape.of(rows, source.shape().size(1))));
    }

    @Override
    public State<S, M, A> step(Tensor x, State<S, M, A> previous) {
        Tensor query = inner.output(previous.inner());
        Attention.Attended<A> seen = attention.attend(query, previous.memory(), previous.carried());
        S next = inner.step(x.concat(-1, seen.context()), previous.inner()); // [B, I + C]
        return new State<>(next, previous.memory(), seen.state(), seen.context(), seen.weights());
    }

    @Override
    public Tensor output(State<S, M, A> state) {
        return inner.output(state.inner()).concat(-1, state.context());
    }

    @Override
    public Optional<Tensor> alignment(State<S, M, A> state) {
        return Optional.of(state.weights());
    }
}

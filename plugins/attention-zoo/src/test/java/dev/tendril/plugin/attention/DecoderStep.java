package dev.tendril.plugin.attention;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/**
 * The smallest decoder that attends: {@code h' = tanh(x + attend(h))}, all of one size. Its state is made by {@link #start}.
 *
 * @param attention looks into the memory
 * @param <M> the prepared memory
 * @param <S> what the attention carries
 */
record DecoderStep<M extends CellState, S extends CellState>(Attention<M, S> attention)
        implements Cell<DecoderStep.State<M, S>> {

    /** Public, as every state is. */
    public record State<M extends CellState, S extends CellState>(Tensor h, Tensor weights, M memory, S carried)
            implements CellState {}

    State<M, S> start(Sequence source, Pass pass) {
        M memory = attention.prepare(source, pass);
        Shape hidden = Shape.of(source.rows(), source.shape().size(2));
        Shape weights = Shape.of(source.rows(), source.shape().size(1));
        return new State<>(pass.full(hidden, 0.1), pass.zeros(weights), memory, attention.initialState(memory, pass));
    }

    @Override
    public State<M, S> initialState(int batch, Pass pass) {
        throw new UnsupportedOperationException("a decoder starts from a source");
    }

    @Override
    public State<M, S> step(Tensor x, State<M, S> previous) {
        Attention.Attended<S> seen = attention.attend(previous.h(), previous.memory(), previous.carried());
        Tensor next = x.plus(seen.context()).tanh();
        return new State<>(next, seen.weights(), previous.memory(), seen.state());
    }

    @Override
    public Tensor output(State<M, S> state) {
        return state.h().concat(-1, state.weights());
    }
}

package dev.tendril.testkit;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A distribution as a cell, whose input is the query: how an attention in a decoder uses it.
 *
 * @param distribution that weighs
 * @param <S> what it carries
 */
record Weighing<S extends CellState>(Distribution<S> distribution) implements Looking<Weighing.State<S>> {

    /**
     * What is carried from step to step.
     *
     * @param scores handed on unchanged, [B, S]
     * @param mask handed on unchanged, [B, S]
     * @param carried by the distribution
     * @param weights that came of the scores, [B, S]
     * @param <S> what the distribution carries
     */
    public record State<S extends CellState>(Tensor scores, Tensor mask, S carried, Tensor weights)
            implements CellState {}

    /** The state before the first query. */
    State<S> start(Tensor scores, Tensor mask, Pass pass) {
        return new State<>(scores, mask, distribution.initialState(mask, pass), pass.zeros(scores.shape()));
    }

    @Override
    public State<S> initialState(int batch, Pass pass) {
        throw new UnsupportedOperationException("a distribution starts from scores");
    }

    @Override
    public State<S> step(Tensor x, State<S> previous) {
        if (previous.scores().shape().size(1) == 0) {
            return previous; // an attention does not ask
        }
        Distribution.Weighed<S> weighed = distribution.weigh(x, previous.scores(), previous.mask(), previous.carried());
        return new State<>(previous.scores(), previous.mask(), weighed.state(), weighed.weights());
    }

    @Override
    public Tensor output(State<S> state) {
        return state.weights();
    }

    @Override
    public List<Tensor> carried(State<S> state) {
        List<Tensor> carried = new ArrayList<>(States.tensors(state.carried()));
        carried.addAll(List.of(state.weights()));
        return carried;
    }
}

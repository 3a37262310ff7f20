package dev.tendril.testkit;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * An attention as a cell, whose input is the query: how a decoder uses it.
 *
 * @param attention that looks
 * @param <M> the prepared memory
 * @param <S> what the attention carries
 */
record Attending<M extends CellState, S extends CellState>(Attention<M, S> attention)
        implements Looking<Attending.State<M, S>> {

    /**
     * What is carried from step to step.
     *
     * @param memory handed on unchanged
     * @param carried by the attention
     * @param context that was seen, [B, C]
     * @param weights that it was summed with, [B, S]
     * @param <M> the prepared memory
     * @param <S> what the attention carries
     */
    public record State<M extends CellState, S extends CellState>(M memory, S carried, Tensor context, Tensor weights)
            implements CellState {}

    /** The state before the first query. */
    State<M, S> start(M memory, Tensor context, Tensor weights, Pass pass) {
        return new State<>(memory, attention.initialState(memory, pass), context, weights);
    }

    @Override
    public State<M, S> initialState(int batch, Pass pass) {
        throw new UnsupportedOperationException("an attention starts from a memory");
    }

    @Override
    public State<M, S> step(Tensor x, State<M, S> previous) {
        Attention.Attended<S> attended = attention.attend(x, previous.memory(), previous.carried());
        return new State<>(previous.memory(), attended.state(), attended.context(), attended.weights());
    }

    @Override
    public Tensor output(State<M, S> state) {
        return state.context();
    }

    @Override
    public List<Tensor> carried(State<M, S> state) {
        List<Tensor> carried = new ArrayList<>(States.tensors(state.carried()));
        carried.addAll(List.of(state.context(), state.weights()));
        return carried;
    }
}

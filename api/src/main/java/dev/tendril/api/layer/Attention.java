package dev.tendril.api.layer;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.NoState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;

/**
 * Looks into a memory with a query. What depends on the memory alone is computed once by {@link #prepare}; nothing is cached inside
 * the component, which is thread-safe.
 *
 * @param <M> the prepared memory: a record of tensors that every step hands on unchanged
 * @param <S> what the attention carries from step to step, such as its previous weights; {@link NoState} for most
 */
@PluginImplemented
public interface Attention<M extends CellState, S extends CellState> {

    /**
     * Prepares a source to be looked into many times.
     *
     * @param source [B, S, D], one level; its padding is never read
     */
    M prepare(Sequence source, Pass pass);

    /** What is carried before the first step. */
    S initialState(M memory, Pass pass);

    /**
     * Looks once.
     *
     * @param query [B, Q]
     */
    Attended<S> attend(Tensor query, M memory, S previous);

    /**
     * What was seen.
     *
     * @param context weighted sum of the memory, [B, C]
     * @param weights how much each step of the source counted, [B, S]; 0 in the padding
     * @param state what is carried to the next step
     * @param <S> the carried state
     */
    record Attended<S extends CellState>(Tensor context, Tensor weights, S state) {}
}

package dev.tendril.layers.transformer;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.Optional;

/**
 * A part of a Transformer: vectors of one size to vectors of that size. The steps of a sequence give the bits of the whole.
 *
 * @param <S> carried from step to step: keys and values seen so far, a prepared memory, noise
 */
interface Sublayer<S extends CellState> {

    /**
     * Where a sequence starts.
     *
     * @param inputs values at the ports of the node other than the one that is stepped through
     * @param rows size of the batch
     */
    S start(Values inputs, int rows, Pass pass);

    /**
     * A whole sequence.
     *
     * @param x [B, T, D], of a pass; what its padding holds is finite, and reaches no real step
     * @param start where it starts
     * @return [B, T, D]
     */
    Tensor all(Sequence x, S start);

    /**
     * One step.
     *
     * @param x [B, D]
     */
    Stepped<S> step(Tensor x, S previous);

    /**
     * What a step gives.
     *
     * @param output [B, D]
     * @param state carried to the next step
     * @param alignment weights over the memory, [B, S], of a part that looks into it
     * @param <S> the carried state
     */
    record Stepped<S extends CellState>(Tensor output, S state, Optional<Tensor> alignment) {
        Stepped(Tensor output, S state) {
            this(output, state, Optional.empty());
        }
    }
}

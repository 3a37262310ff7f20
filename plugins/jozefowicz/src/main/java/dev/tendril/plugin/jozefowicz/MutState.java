package dev.tendril.plugin.jozefowicz;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/**
 * What a mutated cell carries from step to step.
 *
 * @param h the hidden state, [B, H]
 */
public record MutState(Tensor h) implements CellState {

    /** Zeros, before the first step. */
    static MutState zeros(int batch, int units, Pass pass) {
        return new MutState(pass.zeros(Shape.of(batch, units)));
    }

    /** {@code n ⊙ z + h ⊙ (1 − z)}: z 1 takes the new content. */
    MutState mixed(Tensor z, Tensor n) {
        return new MutState(n.times(z).plus(h.times(z.oneMinus())));
    }
}

package dev.tendril.plugin.jozefowicz;

import dev.tendril.api.layer.CellContext;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Initializer;

/**
 * Parameters of a cell in whose equation the input stands bare, without a weight.
 *
 * @param units H
 * @param mode what stands for the bare input
 * @param inputInitializer first values of the weights on the input
 * @param stateInitializer first values of the weights on the state
 */
public record BareParameters(
        @Param("Hidden units.") @Range(min = 1) int units,

        @Param(
                "How the input that the equation has bare is added to the state: projected multiplies it by a matrix, so that it"
                        + " may have any size; strict takes it as it is, which wants as many units as the input has features.")
        @Default("projected")
        Mode mode,

        @Param("First values of the weights on the input.") @Default("xavier_uniform")
        ComponentRef<Initializer> inputInitializer,

        @Param("First values of the weights on the state.") @Default("orthogonal")
        ComponentRef<Initializer> stateInitializer) {

    /** What stands for x where the equation has it bare. */
    public enum Mode {
        /** x itself, as published; input and state have the same size. */
        STRICT,
        /** U x, of a matrix U [H, I]. */
        PROJECTED
    }

    Weights weights(CellContext context) {
        return Weights.of(context, units, inputInitializer, stateInitializer);
    }
}

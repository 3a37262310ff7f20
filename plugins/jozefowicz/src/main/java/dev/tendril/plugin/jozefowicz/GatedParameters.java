package dev.tendril.plugin.jozefowicz;

import dev.tendril.api.layer.CellContext;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Initializer;

/**
 * Parameters of a cell without a forget gate.
 *
 * @param units H
 * @param inputInitializer first values of the weights on the input
 * @param stateInitializer first values of the weights on the state
 */
public record GatedParameters(
        @Param("Hidden units.") @Range(min = 1) int units,

        @Param("First values of the weights on the input.") @Default("xavier_uniform")
        ComponentRef<Initializer> inputInitializer,

        @Param("First values of the weights on the state.") @Default("orthogonal")
        ComponentRef<Initializer> stateInitializer) {

    Weights weights(CellContext context) {
        return Weights.of(context, units, inputInitializer, stateInitializer);
    }
}

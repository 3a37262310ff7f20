package dev.tendril.layers.head;

import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.training.Loss;

/**
 * Parameters of {@link Regression}.
 *
 * @param loss compares the numbers with the target
 * @param initializer first values of the readout's weight
 */
public record RegressionParameters(
        @Param("Compares the numbers with the target.") @Default("mse")
        ComponentRef<Loss> loss,

        @Param("First values of the readout's weight.") @Default("xavier_uniform")
        ComponentRef<Initializer> initializer) {}

package dev.tendril.layers.head;

import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.training.Loss;

/**
 * Parameters of {@link MultiLabel}.
 *
 * @param loss compares scores with the target
 * @param initializer first values of the readout's weight
 */
public record MultiLabelParameters(
        @Param("Compares the scores of the classes with the target.") @Default("binary")
        ComponentRef<Loss> loss,

        @Param("First values of the readout's weight.") @Default("xavier_uniform")
        ComponentRef<Initializer> initializer) {}

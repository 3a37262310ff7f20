package dev.tendril.training.optimizer;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;

/**
 * Parameters of {@code adam}.
 *
 * @param learningRate α
 * @param beta1 β₁
 * @param beta2 β₂
 * @param epsilon ε
 */
public record AdamParameters(
        @Param("Size of a step.") @Default("0.001") @Range(min = 0, minExclusive = true)
        double learningRate,

        @Param("Decay of the mean of gradients.") @Default("0.9") @Range(min = 0, max = 1, maxExclusive = true)
        double beta1,

        @Param("Decay of the mean of squared gradients.")
        @Default("0.999")
        @Range(min = 0, max = 1, maxExclusive = true)
        double beta2,

        @Param("Added to the root of the mean of squared gradients, against division by zero.")
        @Default("1e-8")
        @Range(min = 0, minExclusive = true)
        double epsilon) {}

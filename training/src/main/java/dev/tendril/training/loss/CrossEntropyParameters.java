package dev.tendril.training.loss;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;

/**
 * Parameters of {@code cross_entropy}.
 *
 * @param labelSmoothing ε, the share of the target distribution that is spread over all classes while training
 */
public record CrossEntropyParameters(
        @Param("Share of the target distribution that is spread evenly over all classes while training.")
        @Default("0.0")
        @Range(min = 0, max = 1, maxExclusive = true)
        double labelSmoothing) {}

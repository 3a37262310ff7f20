package dev.tendril.training.averaging;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;

/**
 * Parameters of {@code exponential}.
 *
 * @param decay d
 */
public record ExponentialParameters(
        @Param("Share of the mean that is kept at an update; 1 / (1 - decay) updates count much.")
        @Default("0.999")
        @Range(min = 0, minExclusive = true, max = 1, maxExclusive = true)
        double decay) {}

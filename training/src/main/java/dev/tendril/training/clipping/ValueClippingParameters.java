package dev.tendril.training.clipping;

import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;

/**
 * Parameters of {@code value}.
 *
 * @param max largest absolute value that is left alone
 */
public record ValueClippingParameters(
        @Param("Largest absolute value of one element of a gradient that is left alone.")
        @Range(min = 0, minExclusive = true)
        double max) {}

package dev.tendril.training.clipping;

import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;

/**
 * Parameters of {@code norm}.
 *
 * @param max largest norm that is left alone
 */
public record NormClippingParameters(
        @Param("Largest L2 norm of all gradients together that is left alone.") @Range(min = 0, minExclusive = true)
        double max) {}

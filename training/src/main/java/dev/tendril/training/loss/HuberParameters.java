package dev.tendril.training.loss;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;

/**
 * Parameters of {@code huber}.
 *
 * @param delta δ, the error up to which the loss is a square
 */
public record HuberParameters(
        @Param("The error up to which the loss is half its square; beyond it grows in a straight line.")
        @Default("1.0")
        @Range(min = 0, minExclusive = true)
        double delta) {}

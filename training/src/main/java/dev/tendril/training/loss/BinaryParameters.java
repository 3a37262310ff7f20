package dev.tendril.training.loss;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;

/**
 * Parameters of {@code binary}.
 *
 * @param positiveWeight what the terms of classes that hold are multiplied with
 */
public record BinaryParameters(
        @Param("What the terms of classes that hold are multiplied with; above 1 where few of many classes do.")
        @Default("1.0")
        @Range(min = 0, minExclusive = true)
        double positiveWeight) {}

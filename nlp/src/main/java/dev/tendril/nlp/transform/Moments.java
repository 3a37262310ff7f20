package dev.tendril.nlp.transform;

import dev.tendril.api.spi.Param;
import java.util.List;

/**
 * What {@code standardize} learns.
 *
 * @param means by feature
 * @param deviations by feature
 */
public record Moments(
        @Param("Mean of each feature.") List<Double> means,
        @Param("Standard deviation of each feature.") List<Double> deviations) {}

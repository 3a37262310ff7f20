package dev.tendril.nlp.transform;

import dev.tendril.api.spi.Param;
import java.util.List;

/**
 * What {@code min_max} learns.
 *
 * @param smallest by feature
 * @param largest by feature
 */
public record Extremes(
        @Param("Smallest number of each feature.") List<Double> smallest,
        @Param("Largest number of each feature.") List<Double> largest) {}

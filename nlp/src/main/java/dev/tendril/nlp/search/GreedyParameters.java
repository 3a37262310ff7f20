package dev.tendril.nlp.search;

import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import java.util.Optional;

/**
 * How a greedy search goes.
 *
 * @param maximumLength tokens a sequence has at most
 */
public record GreedyParameters(
        @Param("After how many tokens a sequence is cut at the latest; the model's own limit if not given.")
        @Range(min = 1)
        Optional<Integer> maximumLength) {}

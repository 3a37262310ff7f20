package dev.tendril.nlp.vocabulary;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import java.util.Optional;

/**
 * Which tokens get an id.
 *
 * @param minCount how often a token must occur
 * @param maxSize how many tokens at most
 */
public record FrequencyParameters(
        @Param("How often a token must occur in the training split to get an id of its own.")
        @Default("1")
        @Range(min = 1)
        int minCount,

        @Param(
                "How many tokens get an id at most, the most frequent first, special tokens not counted; all if not given.")
        @Range(min = 1)
        Optional<Integer> maxSize) {}

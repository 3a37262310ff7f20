package dev.tendril.nlp.search;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import java.util.Optional;

/**
 * How sequences are drawn.
 *
 * @param temperature divides the log-probabilities
 * @param topK tokens that may be drawn
 * @param topP probability mass that may be drawn from
 * @param minimumLength tokens a sequence has at least
 * @param maximumLength tokens a sequence has at most
 */
public record SamplingParameters(
        @Param("Divides the log-probabilities: below 1 favours likely tokens, above 1 unlikely ones.")
        @Default("1.0")
        @Range(min = 0, minExclusive = true)
        double temperature,

        @Param("How many of the likeliest tokens may be drawn (Fan et al. 2018); all if not given.") @Range(min = 1)
        Optional<Integer> topK,

        @Param("Only the fewest likeliest tokens with this probability together may be drawn (Holtzman et al. 2020).")
        @Default("1.0")
        @Range(min = 0, minExclusive = true, max = 1)
        double topP,

        @Param("How many tokens a sequence has at least before it may end.") @Default("0") @Range(min = 0)
        int minimumLength,

        @Param("After how many tokens a sequence is cut at the latest; the model's own limit if not given.")
        @Range(min = 1)
        Optional<Integer> maximumLength) {}

package dev.tendril.nlp.search;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import java.util.Optional;

/**
 * How a beam search goes.
 *
 * @param width paths followed at once
 * @param lengthPenalty exponent α of the length penalty
 * @param minimumLength tokens a sequence has at least
 * @param maximumLength tokens a sequence has at most
 */
public record BeamParameters(
        @Param("How many sequences are followed at once, those that ended included.") @Default("4") @Range(min = 1)
        int width,

        @Param(
                "Exponent of the length penalty of Wu et al. (2016): 0 ranks by probability alone, more favours longer sequences.")
        @Default("0.0")
        @Range(min = 0)
        double lengthPenalty,

        @Param("How many tokens a sequence has at least before it may end.") @Default("0") @Range(min = 0)
        int minimumLength,

        @Param("After how many tokens a sequence is cut at the latest; the model's own limit if not given.")
        @Range(min = 1)
        Optional<Integer> maximumLength) {}

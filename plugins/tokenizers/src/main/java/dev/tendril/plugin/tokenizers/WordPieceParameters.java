package dev.tendril.plugin.tokenizers;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;

/**
 * Parameters of {@code wordpiece}.
 *
 * @param size pieces at most, characters included
 * @param minCount how often a pair must occur
 */
public record WordPieceParameters(
        @Param(
                "How many pieces are learnt at most, the characters of the training split included; a character that opens words and"
                        + " goes on with them counts twice.")
        @Default("8000")
        @Range(min = 1)
        int size,

        @Param("How often two pieces must stand side by side in the training split to become one.")
        @Default("2")
        @Range(min = 1)
        long minCount) {}

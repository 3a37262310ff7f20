package dev.tendril.plugin.tokenizers;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;

/**
 * Parameters of {@code unigram}.
 *
 * @param size tokens at most, characters included
 * @param longest characters of a token at most
 */
public record UnigramParameters(
        @Param("How many tokens are learnt at most, the characters of the training split included.")
        @Default("8000")
        @Range(min = 1)
        int size,

        @Param("Characters of a token at most.") @Default("16") @Range(min = 1, max = 256)
        int longest) {}

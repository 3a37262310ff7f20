package dev.tendril.nlp.tokenizer;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;

/**
 * How words are cut.
 *
 * @param lowercase whether words are put in lower case
 */
public record WordsParameters(
        @Param("Whether words are put in lower case, by the rules that all languages share.") @Default("false")
        boolean lowercase) {}

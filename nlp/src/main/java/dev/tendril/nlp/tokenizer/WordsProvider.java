package dev.tendril.nlp.tokenizer;

import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.spi.TokenizerProvider;

/** Registers {@code words}. */
public final class WordsProvider implements TokenizerProvider<WordsParameters> {
    @Override
    public String name() {
        return "words";
    }

    @Override
    public Class<WordsParameters> parameters() {
        return WordsParameters.class;
    }

    @Override
    public String description() {
        return "Words, numbers and single signs, each a token; white space divides and is left out; joined with single spaces.";
    }

    @Override
    public Fitted<?, String, Tokenizer> create(WordsParameters parameters) {
        return Fitted.constant(() -> new WordsTokenizer(parameters.lowercase()));
    }
}

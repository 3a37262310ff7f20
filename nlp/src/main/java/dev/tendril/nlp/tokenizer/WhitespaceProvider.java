package dev.tendril.nlp.tokenizer;

import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.TokenizerProvider;

/** Registers {@code whitespace}. */
public final class WhitespaceProvider implements TokenizerProvider<NoParameters> {
    @Override
    public String name() {
        return "whitespace";
    }

    @Override
    public Class<NoParameters> parameters() {
        return NoParameters.class;
    }

    @Override
    public String description() {
        return "One token per run of characters without Unicode white space; joined with single spaces.";
    }

    @Override
    public Fitted<?, String, Tokenizer> create(NoParameters parameters) {
        return Fitted.constant(WhitespaceTokenizer::new);
    }
}

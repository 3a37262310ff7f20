package dev.tendril.nlp.tokenizer;

import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.TokenizerProvider;

/** Registers {@code characters}. */
public final class CharactersProvider implements TokenizerProvider<NoParameters> {
    @Override
    public String name() {
        return "characters";
    }

    @Override
    public Class<NoParameters> parameters() {
        return NoParameters.class;
    }

    @Override
    public String description() {
        return "One token per Unicode code point, white space included.";
    }

    @Override
    public Fitted<?, String, Tokenizer> create(NoParameters parameters) {
        return Fitted.constant(CharacterTokenizer::new);
    }
}

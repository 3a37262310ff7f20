package dev.tendril.nlp.reader.text;

import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.spi.ReaderProvider;
import dev.tendril.nlp.reader.FileNames;

/** Registers {@code text}. */
public final class TextProvider implements ReaderProvider<TextParameters> {
    @Override
    public String name() {
        return "text";
    }

    @Override
    public Class<TextParameters> parameters() {
        return TextParameters.class;
    }

    @Override
    public String description() {
        return "Whole files of text in UTF-8, or consecutive parts of them, under the keys 'text' and '1'.";
    }

    @Override
    public Reader create(TextParameters parameters, ReaderContext context) {
        return new TextReader(FileNames.resolved(parameters.files(), context), parameters);
    }
}

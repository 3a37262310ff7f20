package dev.tendril.nlp.reader;

import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.spi.ReaderProvider;

/** Registers {@code lines}. */
public final class LinesProvider implements ReaderProvider<LinesParameters> {
    @Override
    public String name() {
        return "lines";
    }

    @Override
    public Class<LinesParameters> parameters() {
        return LinesParameters.class;
    }

    @Override
    public String description() {
        return "Text files in UTF-8 with one example a line, under the keys 'text' and '1'.";
    }

    @Override
    public Reader create(LinesParameters parameters, ReaderContext context) {
        return new LinesReader(FileNames.resolved(parameters.files(), context));
    }
}

package dev.tendril.nlp.reader;

import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.spi.ReaderProvider;

/** Registers {@code tsv}. */
public final class TsvProvider implements ReaderProvider<TsvParameters> {
    @Override
    public String name() {
        return "tsv";
    }

    @Override
    public Class<TsvParameters> parameters() {
        return TsvParameters.class;
    }

    @Override
    public String description() {
        return "Tables in UTF-8 with one example a line and columns divided by single tabs, without quoting.";
    }

    @Override
    public Reader create(TsvParameters parameters, ReaderContext context) {
        return new TsvReader(FileNames.resolved(parameters.files(), context), parameters.header());
    }
}

package dev.tendril.nlp.reader;

import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.spi.ReaderProvider;

/** Registers {@code parallel}. */
public final class ParallelProvider implements ReaderProvider<ParallelParameters> {
    @Override
    public String name() {
        return "parallel";
    }

    @Override
    public Class<ParallelParameters> parameters() {
        return ParallelParameters.class;
    }

    @Override
    public String description() {
        return "Two text files in UTF-8 whose lines belong together, under the keys 'source' and 'target'.";
    }

    @Override
    public Reader create(ParallelParameters parameters, ReaderContext context) {
        return new ParallelReader(
                FileNames.resolved(parameters.source(), context), FileNames.resolved(parameters.target(), context));
    }
}

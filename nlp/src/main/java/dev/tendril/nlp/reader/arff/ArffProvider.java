package dev.tendril.nlp.reader.arff;

import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.spi.ReaderProvider;
import dev.tendril.nlp.reader.FileNames;

/** Registers {@code arff}. */
public final class ArffProvider implements ReaderProvider<ArffParameters> {
    @Override
    public String name() {
        return "arff";
    }

    @Override
    public Class<ArffParameters> parameters() {
        return ArffParameters.class;
    }

    @Override
    public String description() {
        return "Data sets in Weka's ARFF, one example a row under its attributes' names and numbers; missing values have no key.";
    }

    @Override
    public Reader create(ArffParameters parameters, ReaderContext context) {
        return new ArffReader(FileNames.resolved(parameters.files(), context));
    }
}

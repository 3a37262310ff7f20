package dev.tendril.nlp.reader.csv;

import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.spi.ReaderProvider;
import dev.tendril.nlp.reader.FileNames;

/** Registers {@code csv}. */
public final class CsvProvider implements ReaderProvider<CsvParameters> {
    @Override
    public String name() {
        return "csv";
    }

    @Override
    public Class<CsvParameters> parameters() {
        return CsvParameters.class;
    }

    @Override
    public String description() {
        return "Tables in UTF-8 as RFC 4180 has them, one example a row; cells are stripped of blanks around them.";
    }

    @Override
    public Reader create(CsvParameters parameters, ReaderContext context) {
        return new CsvReader(
                FileNames.resolved(parameters.files(), context), parameters.header(), parameters.separator());
    }
}

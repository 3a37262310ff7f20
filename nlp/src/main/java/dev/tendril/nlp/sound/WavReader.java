package dev.tendril.nlp.sound;

import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ReaderContext;
import java.util.Optional;
import java.util.Set;

/**
 * One example a line of a table: its columns as the table's reader gives them, and under {@code frames} the features of the
 * recording that one of the columns names.
 */
final class WavReader implements Reader {
    private final Reader rows;
    private final WavParameters parameters;
    private final ReaderContext context;

    WavReader(Reader rows, WavParameters parameters, ReaderContext context) {
        this.rows = rows;
        this.parameters = parameters;
        this.context = context;
    }

    @Override
    public Optional<Set<String>> keys() {
        return Optional.empty();
    }

    @Override
    public ExampleStream open() {
        RecordingNames names = new RecordingNames(parameters.column(), context);
        return new WavExamples(rows.open(), names, new Extraction(parameters));
    }
}

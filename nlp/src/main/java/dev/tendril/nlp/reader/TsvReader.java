package dev.tendril.nlp.reader;

import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Reader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table with one example a line and columns divided by single tabs, without quoting or escapes. Columns have the keys {@code 1},
 * {@code 2}, … and, with a header, their names as well.
 */
final class TsvReader implements Reader {
    private final List<DataFile> files;
    private final boolean header;

    TsvReader(List<DataFile> files, boolean header) {
        this.files = files;
        this.header = header;
    }

    @Override
    public Optional<Set<String>> keys() {
        return Optional.empty();
    }

    @Override
    public ExampleStream open() {
        TsvParser parser = new TsvParser(header);
        return new FileExamples(files, file -> new LineExamples(file.open(), parser));
    }
}

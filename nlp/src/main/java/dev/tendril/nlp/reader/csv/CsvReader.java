package dev.tendril.nlp.reader.csv;

import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.Reader;
import dev.tendril.nlp.reader.Columns;
import dev.tendril.nlp.reader.DataFile;
import dev.tendril.nlp.reader.FileExamples;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A table with one example a row. Columns have the keys {@code 1}, {@code 2}, … and, with a header, their names as well. */
final class CsvReader implements Reader {
    private final List<DataFile> files;
    private final boolean header;
    private final String separator;

    CsvReader(List<DataFile> files, boolean header, String separator) {
        this.files = files;
        this.header = header;
        this.separator = separator;
    }

    @Override
    public Optional<Set<String>> keys() {
        return Optional.empty();
    }

    @Override
    public ExampleStream open() {
        Columns columns = new Columns(
                header, "columns are divided by '" + separator + "', and a cell that has one in it stands in quotes");
        return new FileExamples(files, file -> new CsvExamples(CsvRows.open(file, separator), columns));
    }
}

package dev.tendril.nlp.reader.csv;

import dev.tendril.api.data.Example;
import dev.tendril.nlp.reader.Columns;
import dev.tendril.nlp.reader.OpenFile;
import org.jspecify.annotations.Nullable;

/** The examples of one table. */
final class CsvExamples implements OpenFile {
    private final CsvRows rows;
    private final Columns columns;
    private boolean first = true;

    CsvExamples(CsvRows rows, Columns columns) {
        this.rows = rows;
        this.columns = columns;
    }

    @Override
    public @Nullable Example next() {
        for (CsvRow row = rows.next(); row != null; row = rows.next()) {
            Example example = columns.example(row.cells(), row.where(), first);
            first = false;
            if (example != null) {
                return example;
            }
        }
        return null;
    }

    @Override
    public String where() {
        return rows.where();
    }

    @Override
    public void close() {
        rows.close();
    }
}

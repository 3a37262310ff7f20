package dev.tendril.nlp.reader.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.tendril.nlp.reader.DataFile;
import java.util.ArrayList;
import java.util.List;

/** Collects the cells of a row while FastCSV finds them. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<CsvRow> {
    private final DataFile file;
    private List<String> cells = new ArrayList<>();
    private long line = 1;

    RowHandler(DataFile file) {
        this.file = file;
    }

    /** Where the row that is being read starts. */
    String where() {
        return file.at(line);
    }

    @Override
    protected void handleBegin(long startingLine) {
        line = startingLine;
        cells = new ArrayList<>();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        cells.add(new String(buffer, offset, length).strip());
    }

    @Override
    protected CsvRow buildRecord() {
        return new CsvRow(cells.isEmpty() ? List.of("") : cells, where());
    }
}

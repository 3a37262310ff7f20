package dev.tendril.nlp.reader.csv;

import java.util.List;

/**
 * A row of a table.
 *
 * @param cells stripped of blanks around them; an empty line has one, which is empty
 * @param where {@code file:line}, the line it starts on
 */
public record CsvRow(List<String> cells, String where) {
    public CsvRow {
        cells = List.copyOf(cells);
    }

    boolean isEmptyLine() {
        return cells.size() == 1 && cells.get(0).isEmpty();
    }
}

package dev.tendril.nlp.reader.forecast;

import dev.tendril.api.DataException;
import dev.tendril.nlp.reader.KnownNames;
import dev.tendril.nlp.reader.csv.CsvRow;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The columns of a table that a reader takes. */
final class SeriesColumns {
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");

    private final CsvRow header;
    private final int[] inputs;
    private final int[] targets;
    private final Optional<Integer> time;

    /**
     * Finds them in the header.
     *
     * @throws DataException if one is missing, or there are two of its name
     */
    SeriesColumns(CsvRow header, List<String> inputs, List<String> targets, Optional<String> time) {
        this.header = header;
        this.inputs = inputs.stream().mapToInt(this::find).toArray();
        this.targets = targets.stream().mapToInt(this::find).toArray();
        this.time = time.map(this::find);
    }

    private int find(String name) {
        List<String> names = header.cells();
        int column = names.indexOf(name);
        if (column < 0) {
            throw new DataException(
                    header.where(), "the header names no column '" + name + "'; " + KnownNames.of(names));
        }
        if (names.lastIndexOf(name) != column) {
            throw new DataException(header.where(), "the header names two columns '" + name + "'; rename one");
        }
        return column;
    }

    /**
     * What they hold in a row.
     *
     * @throws DataException if the row does not fit the header, or a cell is no number
     */
    SeriesTable.Row row(CsvRow row) {
        if (row.cells().size() != header.cells().size()) {
            throw new DataException(
                    row.where(),
                    "the row has " + columns(row.cells().size()) + " where " + header.where() + " names "
                            + columns(header.cells().size()) + "; correct the row, or remove it");
        }
        return new SeriesTable.Row(
                numbers(row, inputs), numbers(row, targets), time.map(row.cells()::get), row.where());
    }

    private static String columns(int number) {
        return number == 1 ? "1 column" : number + " columns";
    }

    private double[] numbers(CsvRow row, int[] columns) {
        double[] numbers = new double[columns.length];
        for (int each = 0; each < columns.length; each++) {
            numbers[each] = number(row, columns[each]);
        }
        return numbers;
    }

    private double number(CsvRow row, int column) {
        String cell = row.cells().get(column);
        double value = NUMBER.matcher(cell).matches() ? Double.parseDouble(cell) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw new DataException(
                    row.where(),
                    "the column '" + header.cells().get(column) + "' holds '" + cell
                            + "', which is no number; a series has one at every step, so fill the gap or leave out the"
                            + " rows before it");
        }
        return value;
    }
}

package dev.tendril.nlp.reader.forecast;

import dev.tendril.api.DataException;
import dev.tendril.nlp.reader.DataFile;
import dev.tendril.nlp.reader.csv.CsvRow;
import dev.tendril.nlp.reader.csv.CsvRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The series of a table.
 *
 * @param name of the file, for messages
 * @param rows one a step of time
 */
record SeriesTable(String name, List<Row> rows) {
    private static final String SEPARATOR = ",";

    /**
     * A step of time.
     *
     * @param inputs of each input column
     * @param targets of each target column
     * @param time as it stands; empty if no column of times is named
     * @param where its place
     */
    record Row(double[] inputs, double[] targets, Optional<String> time, String where) {}

    /**
     * Reads some columns of a table.
     *
     * @throws DataException if one is missing or holds what is no number
     */
    static SeriesTable read(DataFile file, List<String> inputs, List<String> targets, Optional<String> time) {
        try (CsvRows rows = CsvRows.open(file, SEPARATOR)) {
            CsvRow header = rows.next();
            if (header == null) {
                throw new DataException(rows.where(), "the file is empty; name its columns in the first row");
            }
            SeriesColumns columns = new SeriesColumns(header, inputs, targets, time);
            List<Row> steps = new ArrayList<>();
            for (CsvRow row = rows.next(); row != null; row = rows.next()) {
                steps.add(columns.row(row));
            }
            return new SeriesTable(file.name(), steps);
        }
    }
}

package dev.tendril.nlp.sound;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.Raw;
import dev.tendril.api.spi.ReaderContext;
import java.nio.file.InvalidPathException;

/**
 * Finds the recordings that rows of a table name: their paths start at the table's folder and lead where the context allows.
 *
 * @param column of the names
 * @param context which files may be read
 */
record RecordingNames(String column, ReaderContext context) {

    /** The recording of a row whose origin is {@code table:line}. */
    RecordingFile of(Example row) {
        if (!(row.values().get(column) instanceof Raw.Text name)) {
            throw new DataException(
                    row.origin(),
                    "the table has no column '" + column + "', which would name the recordings; its columns are "
                            + columns(row) + ": name theirs by column: NAME");
        }
        if (name.text().isEmpty()) {
            throw new DataException(
                    row.origin(), "column '" + column + "' is empty; name a recording there, or remove the line");
        }
        String path = beside(table(row), name.text(), row);
        return new RecordingFile(path + " (" + row.origin() + ")", context.resolve(path));
    }

    private static String table(Example row) {
        return row.origin().substring(0, row.origin().lastIndexOf(':'));
    }

    /** The path of a recording as it would be written where the table's path is. */
    private String beside(String table, String recording, Example row) {
        try {
            return context.resolve(table)
                    .getFileSystem()
                    .getPath(table)
                    .resolveSibling(recording)
                    .toString();
        } catch (InvalidPathException invalid) {
            throw new DataException(
                    row.origin(),
                    "column '" + column + "' holds '" + recording + "', which is no path: " + invalid.getReason()
                            + "; name a file",
                    invalid);
        }
    }

    /** The names in the header: every column has its number for a key as well. */
    private static String columns(Example row) {
        return String.join(
                ", ",
                row.values().keySet().stream()
                        .filter(key -> !key.matches("[1-9][0-9]*"))
                        .sorted()
                        .toList());
    }
}

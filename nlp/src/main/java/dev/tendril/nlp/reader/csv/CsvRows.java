package dev.tendril.nlp.reader.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.tendril.api.DataException;
import dev.tendril.nlp.reader.DataFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file (RFC 4180), one after the other. A cell in quotes may hold separators, line ends and doubled quotes. Blanks
 * around cells, and around their quotes, are not part of them. Empty lines at the end of the file are skipped.
 */
public final class CsvRows implements AutoCloseable {
    /** What FastCSV says of the place, which stands in front of the message already. */
    private static final Pattern WHERE_IT_STARTS = Pattern.compile(" \\(record starting at line [0-9]+\\)");

    private final String name;
    private final RowHandler handler;
    private final CsvReader<CsvRow> reader;
    private final Iterator<CsvRow> rows;
    private final Deque<CsvRow> ahead = new ArrayDeque<>();

    private CsvRows(String name, RowHandler handler, CsvReader<CsvRow> reader) {
        this.name = name;
        this.handler = handler;
        this.reader = reader;
        this.rows = reader.iterator();
    }

    /**
     * Opens a file.
     *
     * @param separator between cells
     * @throws DataException if it cannot be read
     */
    public static CsvRows open(DataFile file, String separator) {
        RowHandler handler = new RowHandler(file);
        boolean blanksDivide = separator.chars().anyMatch(character -> character <= ' ');
        CsvReader<CsvRow> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(!blanksDivide)
                .build(handler, file.text());
        return new CsvRows(file.name(), handler, reader);
    }

    /**
     * The next row, or null behind the last.
     *
     * @throws DataException if it cannot be read
     */
    public @Nullable CsvRow next() {
        if (ahead.isEmpty()) {
            lookAhead();
        }
        return ahead.poll();
    }

    /** The place that was read last. */
    public String where() {
        return handler.where();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException failure) {
            throw new DataException(name, "cannot be closed: " + failure.getMessage(), failure);
        }
    }

    /** Takes the next row and the empty lines before it; none if only empty lines are left. */
    private void lookAhead() {
        CsvRow row = read();
        while (row != null && row.isEmptyLine()) {
            ahead.add(row);
            row = read();
        }
        if (row == null) {
            ahead.clear();
        } else {
            ahead.add(row);
        }
    }

    private @Nullable CsvRow read() {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (CsvParseException | UncheckedIOException failure) {
            throw explained(failure);
        }
    }

    /** What is wrong in the first place: of the bytes, if they cannot be read, or else of the row. */
    private DataException explained(RuntimeException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof DataException)) {
            cause = cause.getCause();
        }
        return cause instanceof DataException unreadable
                ? unreadable
                : new DataException(
                        where(),
                        "the row that starts here is no CSV: "
                                + WHERE_IT_STARTS
                                        .matcher(String.valueOf(cause.getMessage()))
                                        .replaceAll("")
                                + "; a cell in quotes ends with one, and a quote inside it is doubled",
                        failure);
    }
}

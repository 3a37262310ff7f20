package dev.tendril.nlp.reader;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.Raw;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes examples of the rows of tables: columns have the keys {@code 1}, {@code 2}, … and, with a header, their names as well. Every
 * row has as many columns as the first; every file has the header of the first. Belongs to one stream.
 */
public final class Columns {
    private final boolean header;
    private final String division;
    private @Nullable List<String> firstRow;
    private String firstWhere = "";

    /**
     * The columns of some files.
     *
     * @param header whether the first row of each file names its columns
     * @param division how columns are divided, for messages
     */
    public Columns(boolean header, String division) {
        this.header = header;
        this.division = division;
    }

    /**
     * The example of a row, or null if the row is a header.
     *
     * @param cells at least one
     * @param where {@code file:line}
     * @param first whether it is the first row of its file
     * @throws DataException if the row does not fit those before
     */
    public @Nullable Example example(List<String> cells, String where, boolean first) {
        if (firstRow == null) {
            firstRow = cells;
            firstWhere = where;
            if (header) {
                checkNames(cells, where);
            }
        }
        checkNumber(cells, firstRow, where);
        if (header && first) {
            checkSameHeader(cells, firstRow, where);
            return null;
        }
        return new Example(values(cells, firstRow), where);
    }

    private Map<String, Raw> values(List<String> cells, List<String> names) {
        Map<String, Raw> values = new HashMap<>();
        for (int column = 0; column < cells.size(); column++) {
            Raw value = new Raw.Text(cells.get(column));
            values.put(Integer.toString(column + 1), value);
            if (header) {
                values.put(names.get(column), value);
            }
        }
        return values;
    }

    private void checkNumber(List<String> cells, List<String> expected, String where) {
        if (cells.size() == expected.size()) {
            return;
        }
        String wanted = "where " + firstWhere + " has " + columns(expected.size());
        boolean empty = cells.size() == 1 && cells.get(0).isEmpty();
        throw new DataException(
                where,
                empty
                        ? "the line is empty " + wanted + "; remove it"
                        : "the line has " + columns(cells.size()) + " " + wanted + "; " + division);
    }

    private static String columns(int number) {
        return number == 1 ? "1 column" : number + " columns";
    }

    private static void checkNames(List<String> names, String where) {
        Set<String> seen = new HashSet<>();
        for (int column = 0; column < names.size(); column++) {
            String name = names.get(column);
            if (name.isEmpty()) {
                throw new DataException(where, "column " + (column + 1) + " has no name in the header; name it");
            }
            if (!seen.add(name)) {
                throw new DataException(where, "the header names two columns '" + name + "'; rename one");
            }
            if (isKeyOfAnother(name, column)) {
                throw new DataException(
                        where,
                        "the header names column " + (column + 1) + " '" + name
                                + "', which is the key of another column; rename it, or set header: false if this is no"
                                + " header");
            }
        }
    }

    /** Whether a name looks like the number of a column, and of another one than its own. */
    public static boolean isKeyOfAnother(String name, int column) {
        return name.matches("[1-9][0-9]*") && !name.equals(Integer.toString(column + 1));
    }

    private void checkSameHeader(List<String> names, List<String> expected, String where) {
        if (!names.equals(expected)) {
            throw new DataException(
                    where,
                    "the header " + names + " differs from " + expected + " of " + firstWhere
                            + "; read files of different columns by readers of their own");
        }
    }
}

package dev.tendril.nlp.reader;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.Raw;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts lines at tabs. Every line has as many columns as the first; every file has the header of the first. */
final class TsvParser implements LineParser {
    private final boolean header;
    private @Nullable List<String> firstLine;
    private String firstWhere = "";

    TsvParser(boolean header) {
        this.header = header;
    }

    @Override
    public @Nullable Example parse(String line, String where, boolean first) {
        List<String> cells = Arrays.asList(line.split("\t", -1));
        if (firstLine == null) {
            firstLine = cells;
            firstWhere = where;
            if (header) {
                checkNames(cells, where);
            }
        }
        checkColumns(line, cells, firstLine, where);
        if (header && first) {
            checkSameHeader(cells, firstLine, where);
            return null;
        }
        return new Example(values(cells, firstLine), where);
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

    private void checkColumns(String line, List<String> cells, List<String> expected, String where) {
        if (cells.size() == expected.size()) {
            return;
        }
        String wanted = "where " + firstWhere + " has " + columns(expected.size());
        throw new DataException(
                where,
                line.isEmpty()
                        ? "the line is empty " + wanted + "; remove it"
                        : "the line has " + columns(cells.size()) + " " + wanted
                                + "; columns are divided by single tabs, and there is no quoting");
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
            if (name.matches("[1-9][0-9]*") && !name.equals(Integer.toString(column + 1))) {
                throw new DataException(
                        where,
                        "the header names column " + (column + 1) + " '" + name
                                + "', which is the key of another column; rename it, or set header: false if this is no"
                                + " header");
            }
        }
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

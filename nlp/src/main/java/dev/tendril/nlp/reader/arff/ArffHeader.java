package dev.tendril.nlp.reader.arff;

import dev.tendril.api.DataException;
import dev.tendril.nlp.reader.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What stands above the data: the name of the relation, and the attributes. */
final class ArffHeader {
    private static final Set<String> TYPES = Set.of("numeric", "real", "integer", "string", "date");

    private final List<String> names = new ArrayList<>();

    /** The attributes so far. */
    List<String> names() {
        return List.copyOf(names);
    }

    /**
     * Adds a line.
     *
     * @return whether the header goes on behind it
     * @throws DataException if the line is none of a header
     */
    boolean add(String line, String where) {
        String keyword = line.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        switch (keyword) {
            case "@relation" -> {
                return true;
            }
            case "@attribute" -> {
                addAttribute(line.substring(keyword.length()), where);
                return true;
            }
            case "@data" -> {
                if (names.isEmpty()) {
                    throw new DataException(where, "no attribute is declared above @data; is this ARFF?");
                }
                return false;
            }
            default ->
                throw new DataException(
                        where,
                        "'" + keyword
                                + "' stands above @data where only @relation, @attribute and comments behind % may"
                                + " stand; is this ARFF?");
        }
    }

    private void addAttribute(String declaration, String where) {
        ArffToken name = ArffToken.name(declaration, where);
        if (name.text().isEmpty()) {
            throw new DataException(where, "the attribute has no name; write @attribute, its name and its type");
        }
        if (names.contains(name.text())) {
            throw new DataException(where, "the attribute '" + name.text() + "' is declared twice; rename one");
        }
        if (Columns.isKeyOfAnother(name.text(), names.size())) {
            throw new DataException(
                    where,
                    "the attribute " + (names.size() + 1) + " is named '" + name.text()
                            + "', which is the key of another attribute; rename it");
        }
        checkType(name.text(), declaration.substring(name.end()).strip(), where);
        names.add(name.text());
    }

    private static void checkType(String name, String type, String where) {
        String word = type.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        if (!type.startsWith("{") && !TYPES.contains(word)) {
            throw new DataException(
                    where,
                    "the attribute '" + name + "' " + (word.isEmpty() ? "has no type" : "is of type '" + word + "'")
                            + "; this reader knows numeric, real, integer, string, date, and values in braces");
        }
    }
}

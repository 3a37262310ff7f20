package dev.tendril.runtime.yaml;

import dev.tendril.api.Diagnostic.Location;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text and its lines.
 *
 * @param name as the user gave it
 * @param text without a byte order mark
 * @param lines cut where YAML cuts them
 */
record SourceText(String name, String text, List<String> lines) {
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\r\n\u0085\u2028\u2029]");

    static SourceText of(String name, String text) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new SourceText(name, unmarked, List.of(LINE_BREAK.split(unmarked, -1)));
    }

    /** A place of this text; line and column from 0, as parsers count. */
    Location location(int line, int column, int length, String path) {
        String source = line < lines.size() ? lines.get(line) : "";
        return new Location(name, line + 1, column + 1, Math.max(1, length), path, source);
    }

    /** The place of a character, counted from 0 in UTF-16 units. */
    Location locationOf(int offset) {
        String before = text.substring(0, Math.min(offset, text.length()));
        String[] parts = LINE_BREAK.split(before, -1);
        String last = parts[parts.length - 1];
        return location(parts.length - 1, last.codePointCount(0, last.length()), 1, "");
    }

    /** The character before a place in its line; empty at the beginning. */
    String before(Location place) {
        int[] characters = place.sourceLine().codePoints().toArray();
        int at = place.column() - 2;
        return at < 0 || at >= characters.length ? "" : Character.toString(characters[at]);
    }

    /** Characters from a column, counted from 0, to the end of its line without trailing blanks. */
    int restOfLine(int line, int column) {
        if (line >= lines.size()) {
            return 1;
        }
        String stripped = lines.get(line).stripTrailing();
        return Math.max(1, stripped.codePointCount(0, stripped.length()) - column);
    }
}

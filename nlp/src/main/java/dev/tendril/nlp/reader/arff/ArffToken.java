package dev.tendril.nlp.reader.arff;

import dev.tendril.api.DataException;

/**
 * A name or a value. In quotes, single or double, a backslash takes the character behind it as it stands, but {@code \n}, {@code \t}
 * and {@code \r} are a line feed, a tab and a carriage return. Blanks around it are not part of it.
 *
 * @param text without quotes
 * @param quoted whether it stood in quotes
 * @param end where it ends in its line
 */
record ArffToken(String text, boolean quoted, int end) {

    /** The name at the start of a declaration: in quotes, or up to a blank. */
    static ArffToken name(String declaration, String where) {
        int start = afterBlanks(declaration, 0);
        if (opensQuote(declaration, start)) {
            return quoted(declaration, start, where);
        }
        int end = start;
        while (end < declaration.length() && !Character.isWhitespace(declaration.charAt(end))) {
            end++;
        }
        return new ArffToken(declaration.substring(start, end), false, end);
    }

    /** The value that starts at a place: in quotes, or up to a comma. */
    static ArffToken value(String row, int from, String where) {
        int start = afterBlanks(row, from);
        if (opensQuote(row, start)) {
            ArffToken token = quoted(row, start, where);
            int end = afterBlanks(row, token.end());
            if (end < row.length() && row.charAt(end) != ',') {
                throw new DataException(
                        where,
                        "'" + row.charAt(end)
                                + "' stands behind the quote that closes a value; a quote inside one has a"
                                + " backslash before it");
            }
            return new ArffToken(token.text(), true, end);
        }
        int comma = row.indexOf(',', start);
        int end = comma < 0 ? row.length() : comma;
        return new ArffToken(row.substring(start, end).strip(), false, end);
    }

    private static ArffToken quoted(String line, int start, String where) {
        char quote = line.charAt(start);
        StringBuilder text = new StringBuilder();
        int at = start + 1;
        while (at < line.length() && line.charAt(at) != quote) {
            boolean escaped = line.charAt(at) == '\\' && at + 1 < line.length();
            text.append(escaped ? escaped(line.charAt(at + 1)) : line.charAt(at));
            at += escaped ? 2 : 1;
        }
        if (at >= line.length()) {
            throw new DataException(
                    where,
                    "the line ends inside " + quote + text + "; close the quote, or write \\" + quote
                            + " where it is no quote");
        }
        return new ArffToken(text.toString().strip(), true, at + 1);
    }

    private static char escaped(char character) {
        return switch (character) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> character;
        };
    }

    private static boolean opensQuote(String line, int at) {
        return at < line.length() && (line.charAt(at) == '\'' || line.charAt(at) == '"');
    }

    private static int afterBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }
}

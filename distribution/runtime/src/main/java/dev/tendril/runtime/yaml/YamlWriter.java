package dev.tendril.runtime.yaml;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes trees of mappings, lists and scalars as YAML that this package reads back to the same values. Text is quoted wherever any
 * reader of YAML could take it for something else.
 */
public final class YamlWriter {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*");
    private static final String STEP = "  ";

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    /**
     * A text that is written as it stands, without quotes.
     *
     * @param text such as {@code ${env:TENDRIL_DATA}}
     */
    public record Verbatim(String text) {}

    /**
     * The text of a tree.
     *
     * @param tree mappings with text keys, lists, text, numbers, truth values, {@link Verbatim}
     */
    public static String write(Map<String, ?> tree) {
        YamlWriter writer = new YamlWriter();
        writer.block(tree, "");
        return writer.out.toString();
    }

    private void block(Map<String, ?> mapping, String indent) {
        mapping.forEach((key, value) -> {
            out.append(indent).append(text(key)).append(':');
            member(value, indent);
        });
    }

    private void member(Object value, String indent) {
        if (value instanceof Map<?, ?> mapping && !mapping.isEmpty()) {
            out.append('\n');
            block(keyed(mapping), indent + STEP);
        } else if (value instanceof List<?> list && list.stream().anyMatch(YamlWriter::nested)) {
            out.append('\n');
            list.forEach(item -> item(item, indent + STEP));
        } else {
            out.append(' ').append(inline(value)).append('\n');
        }
    }

    private void item(Object value, String indent) {
        out.append(indent).append("- ");
        if (value instanceof Map<?, ?> mapping && !mapping.isEmpty()) {
            int start = out.length();
            block(keyed(mapping), indent + STEP);
            out.delete(start, start + indent.length() + STEP.length());
        } else {
            out.append(inline(value)).append('\n');
        }
    }

    /** What cannot stand inside brackets. */
    private static boolean nested(Object value) {
        return value instanceof Verbatim || (value instanceof Map<?, ?> mapping && !mapping.isEmpty());
    }

    private static Map<String, ?> keyed(Map<?, ?> mapping) {
        @SuppressWarnings("unchecked") // trees have text keys by contract
        Map<String, ?> keyed = (Map<String, ?>) mapping;
        return keyed;
    }

    private static String inline(Object value) {
        if (value instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(YamlWriter::inline).toList()) + "]";
        }
        if (value instanceof Map<?, ?>) {
            return "{}";
        }
        if (value instanceof Verbatim verbatim) {
            return verbatim.text();
        }
        return value instanceof String text ? text(text) : number(value);
    }

    private static String number(Object value) {
        if (value instanceof Double number && (number.isNaN() || number.isInfinite())) {
            return number.isNaN() ? ".nan" : number > 0 ? ".inf" : "-.inf";
        }
        return String.valueOf(value);
    }

    private static String text(String text) {
        if (PLAIN.matcher(text).matches() && !Scalars.ambiguous(text)) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> appendQuoted(quoted, character));
        return quoted.append('"').toString();
    }

    private static void appendQuoted(StringBuilder quoted, int character) {
        switch (character) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (printable(character)) {
                    quoted.appendCodePoint(character);
                } else {
                    quoted.append(String.format(character > 0xffff ? "\\U%08X" : "\\u%04X", character));
                }
            }
        }
    }

    private static boolean printable(int character) {
        int type = Character.getType(character);
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}

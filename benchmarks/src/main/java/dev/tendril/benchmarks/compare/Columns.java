package dev.tendril.benchmarks.compare;

import java.util.List;
import java.util.Locale;

/** Text in columns. */
final class Columns {
    private Columns() {}

    /**
     * Lines with their cells under one another.
     *
     * @param lines of equally many cells, headings first
     * @param texts how many columns stand to the left; those after them are numbers and stand to the right
     */
    static String of(List<List<String>> lines, int texts) {
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int column = 0; column < line.size(); column++) {
                String format = column < texts ? "%-" + width(lines, column) + "s" : "%" + width(lines, column) + "s";
                row.append(String.format(Locale.ROOT, format, line.get(column))).append("  ");
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(List<List<String>> lines, int column) {
        return Math.max(
                1,
                lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(1));
    }

    /** A number of at least three digits that count, without an exponent. */
    static String threeDigits(double value) {
        String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f";
        return number(format, value);
    }

    /** A number by a format. */
    static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** A number by a format; nothing for 0. */
    static String orNothing(String format, double value) {
        return value == 0 ? "" : number(format, value);
    }
}

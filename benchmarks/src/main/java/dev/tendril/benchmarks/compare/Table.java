package dev.tendril.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows as text in columns. */
final class Table {
    private static final List<String> HEADINGS = List.of(
            "workload",
            "implementation",
            "threads",
            "ms",
            "tokens/s",
            "ratio",
            "spread",
            "GFLOP/s",
            "of peak",
            "peak MB",
            "heap KB/step");

    private Table() {}

    /** The table, a line a row. */
    static String of(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>(List.of(HEADINGS));
        rows.forEach(row -> lines.add(cells(row)));
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int column = 0; column < line.size(); column++) {
                int at = column;
                int width = lines.stream()
                        .mapToInt(each -> each.get(at).length())
                        .max()
                        .orElse(0);
                String format = column < 2 ? "%-" + width + "s  " : "%" + width + "s  ";
                row.append(String.format(Locale.ROOT, format, line.get(column)));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.workload(),
                row.implementation(),
                Integer.toString(row.threads()),
                number("%.3g", row.milliseconds()),
                orNothing("%,.0f", row.tokensPerSecond()),
                number("%.2f", row.ratio()),
                number("%.0f %%", 100 * row.spread()),
                orNothing("%.1f", row.gigaflops()),
                orNothing("%.0f %%", 100 * row.shareOfPeak()),
                orNothing("%,.0f", row.peakMegabytes()),
                number("%,.1f", row.allocatedKilobytes()));
    }

    private static String orNothing(String format, double value) {
        return value == 0 ? "" : number(format, value);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}

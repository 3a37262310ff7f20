package dev.tendril.benchmarks.compare;

import static dev.tendril.benchmarks.compare.Columns.number;
import static dev.tendril.benchmarks.compare.Columns.orNothing;
import static dev.tendril.benchmarks.compare.Columns.threeDigits;

import java.util.ArrayList;
import java.util.List;

/** Rows as text in columns. */
final class Table {
    private static final List<String> HEADINGS = List.of(
            "workload",
            "sizes",
            "implementation",
            "threads",
            "ms",
            "tokens/s",
            "ratio",
            "spread",
            "busy",
            "GFLOP/s",
            "of peak",
            "peak MB",
            "heap KB/step");

    /** How many columns are texts and stand to the left. */
    private static final int TEXTS = 3;

    private Table() {}

    /** The table, a line a row. */
    static String of(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>(List.of(HEADINGS));
        rows.forEach(row -> lines.add(cells(row)));
        return Columns.of(lines, TEXTS);
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.workload(),
                row.sizes(),
                row.implementation(),
                Integer.toString(row.threads()),
                threeDigits(row.milliseconds()),
                orNothing("%,.0f", row.tokensPerSecond()),
                number("%.2f", row.ratio()),
                number("%.0f %%", 100 * row.spread()),
                number("%.2f", row.processors()),
                orNothing("%.1f", row.gigaflops()),
                orNothing("%.0f %%", 100 * row.shareOfPeak()),
                orNothing("%,.0f", row.peakMegabytes()),
                number("%,.1f", row.allocatedKilobytes()));
    }
}

package dev.tendril.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Large arrays as text: a table, and the places where they are made. */
final class AllocationTable {
    private static final List<String> HEADINGS =
            List.of("workload", "implementation", "threads", "steps", "large arrays", "their KB", "heap KB/step");

    /** How many columns are texts and stand to the left. */
    private static final int TEXTS = 2;

    private AllocationTable() {}

    /** A line a row, then a paragraph for each place. */
    static String of(List<AllocationsCommand.Row> rows) {
        List<List<String>> lines = new ArrayList<>(List.of(HEADINGS));
        rows.forEach(row -> lines.add(cells(row)));
        StringBuilder text = new StringBuilder(Columns.of(lines, TEXTS));
        for (AllocationsCommand.Row row : rows) {
            for (LargeArrays.Site site : row.arrays().sites()) {
                text.append("\n%s, %s, threads %d: %,d %s, %,d bytes%n"
                        .formatted(
                                row.workload(),
                                row.implementation(),
                                row.threads(),
                                site.count(),
                                site.type(),
                                site.bytes()));
                site.frames().forEach(frame -> text.append("    ").append(frame).append('\n'));
            }
        }
        return text.toString();
    }

    private static List<String> cells(AllocationsCommand.Row row) {
        LargeArrays arrays = row.arrays();
        return List.of(
                row.workload(),
                row.implementation(),
                Integer.toString(row.threads()),
                Long.toString(arrays.steps()),
                String.format(Locale.ROOT, "%,d", arrays.count()),
                Columns.number("%,.1f", arrays.arrayBytes() * 1e-3),
                Columns.number("%,.1f", arrays.bytes() * 1e-3));
    }
}

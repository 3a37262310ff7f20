package dev.tendril.benchmarks.compare;

import dev.tendril.benchmarks.child.ThreadReport;
import dev.tendril.benchmarks.workload.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Training with one number of threads, as it is reported.
 *
 * @param workload what is trained
 * @param implementation which variant of it
 * @param threads the number
 * @param digest of the weights after the last step
 * @param equal whether the weights are those of the first row, to the bit
 * @param work of each thread
 * @param milliseconds a step
 * @param speedUp time of a step in the first row by that in this one
 */
record ThreadRow(
        String workload,
        String implementation,
        int threads,
        String digest,
        boolean equal,
        List<ThreadReport.Work> work,
        double milliseconds,
        double speedUp) {
    private static final List<String> HEADINGS = List.of(
            "workload",
            "implementation",
            "threads",
            "weights",
            "equal",
            "rows by thread",
            "parts by thread",
            "ms",
            "speed-up");

    /** How many columns are texts and stand to the left. */
    private static final int TEXTS = 7;

    /** A row for each report; all are compared with the first. */
    static List<ThreadRow> of(Assignment assignment, List<ThreadReport> reports) {
        ThreadReport first = reports.get(0);
        return reports.stream()
                .map(report -> new ThreadRow(
                        assignment.workload().label(),
                        assignment.chosen().label(),
                        report.threads(),
                        report.digest(),
                        report.digest().equals(first.digest()),
                        report.work(),
                        report.milliseconds(),
                        first.milliseconds() / report.milliseconds()))
                .toList();
    }

    /** Rows as text in columns. */
    static String table(List<ThreadRow> rows) {
        List<List<String>> lines = new ArrayList<>(List.of(HEADINGS));
        rows.forEach(row -> lines.add(row.cells()));
        return Columns.of(lines, TEXTS);
    }

    private List<String> cells() {
        return List.of(
                workload,
                implementation,
                Integer.toString(threads),
                digest,
                equal ? "yes" : "NO",
                work.stream().map(each -> Long.toString(each.rows())).collect(Collectors.joining(" ")),
                work.stream().map(each -> Long.toString(each.parts())).collect(Collectors.joining(" ")),
                Columns.threeDigits(milliseconds),
                Columns.number("%.2f", speedUp));
    }
}

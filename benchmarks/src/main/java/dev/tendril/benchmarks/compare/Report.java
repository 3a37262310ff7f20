package dev.tendril.benchmarks.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been timed so far. It is shown and written workload by workload, so that a run that is interrupted loses its last one alone. */
final class Report {
    private final Optional<Path> json;
    private final List<Row> rows = new ArrayList<>();

    /** A report without rows; {@code json} is the file that they are written to, if any. */
    Report(Optional<Path> json) {
        this.json = json;
    }

    /** Prints a table of further rows, and writes all rows there are. */
    void add(List<Row> more) {
        rows.addAll(more);
        System.out.println(Table.of(more));
        json.ifPresent(file -> JsonRows.write(rows, file));
    }
}

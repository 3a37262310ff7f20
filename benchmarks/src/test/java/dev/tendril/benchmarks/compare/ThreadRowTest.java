package dev.tendril.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.benchmarks.child.ThreadReport;
import dev.tendril.benchmarks.workload.Assignment;
import dev.tendril.benchmarks.workload.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ThreadRowTest {
    private static final Assignment W1 = new Assignment(Workload.W1, 0, Workload.W1.sizes(), 1);

    private static ThreadReport report(int threads, String digest, double milliseconds) {
        return new ThreadReport(threads, digest, milliseconds, List.of(new ThreadReport.Work("callers", 3, 40)));
    }

    @Test
    void rowsAreComparedWithTheFirst() {
        List<ThreadRow> rows = ThreadRow.of(W1, List.of(report(1, "aa", 6), report(2, "aa", 3), report(4, "ab", 2)));
        assertThat(rows).extracting(ThreadRow::equal).containsExactly(true, true, false);
        assertThat(rows).extracting(ThreadRow::speedUp).containsExactly(1.0, 2.0, 3.0);
        assertThat(ThreadRow.table(rows)).contains("NO").contains("40");
    }

    @Test
    void aReportComesBackFromItsLine() {
        ThreadReport report = report(2, "5f", 1.25);
        assertThat(ThreadReport.parse(report.line())).isEqualTo(report);
    }
}

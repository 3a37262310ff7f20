package dev.tendril.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

final class ReportTest {
    @TempDir
    private Path folder;

    @Test
    void theFileHoldsEveryWorkloadThatIsFinished() throws Exception {
        Path json = folder.resolve("rows.json");
        Report report = new Report(Optional.of(json));

        report.add(List.of(row("W1")));
        assertThat(workloads(json)).containsExactly("W1");

        report.add(List.of(row("W2"), row("W2")));
        assertThat(workloads(json)).containsExactly("W1", "W2", "W2");
        assertThat(folder).isDirectoryContaining(json::equals).isDirectoryNotContaining(file -> !file.equals(json));
    }

    private static List<String> workloads(Path json) throws Exception {
        return JsonMapper.builder().build().readTree(Files.readString(json)).findValuesAsString("workload");
    }

    private static Row row(String workload) {
        return new Row(workload, "", "tendril", 1, 2, 3, 1, 0, 1, 5, 0.5, 70, 8, 9, "", OptionalDouble.empty());
    }
}

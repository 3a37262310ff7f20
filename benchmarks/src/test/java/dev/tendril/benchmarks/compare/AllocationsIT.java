package dev.tendril.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.benchmarks.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command, with a process of its own. */
final class AllocationsIT {
    @TempDir
    private Path folder;

    @Test
    void itRecordsStepsAndWritesRows() throws Exception {
        Path json = folder.resolve("rows.json");
        String command = "allocations W1 --threads 1 --warm-up 0 --steps 3"
                + " --set hidden=8 --set length=5 --set batch=3 --set embedding=7 --json " + json;
        assertThat(Main.run(command.split(" "))).isZero();

        JsonNode rows = JsonMapper.builder().build().readTree(Files.readString(json));
        assertThat(rows.findValuesAsString("workload")).containsExactly("W1");
        JsonNode arrays = rows.get(0).get("arrays");
        assertThat(arrays.get("steps").asInt()).isEqualTo(3);
        assertThat(arrays.get("bytes").asLong()).isPositive();
        assertThat(arrays.get("sites").isEmpty()).isTrue();
    }
}

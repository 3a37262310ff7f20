package dev.tendril.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.benchmarks.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command, with processes of its own. */
final class RunIT {
    @TempDir
    private Path folder;

    @Test
    void itTimesContestantsInTurnAndWritesRows() throws Exception {
        Path json = folder.resolve("rows.json");
        String command = "run W1 --threads 1 --rounds 2 --seconds 0.02 --warm-up 0"
                + " --set hidden=8 --set length=5 --set batch=3 --json " + json;
        assertThat(Main.run(command.split(" "))).isZero();

        JsonNode rows = JsonMapper.builder().build().readTree(Files.readString(json));
        assertThat(rows.findValuesAsString("implementation")).containsExactly("tendril", "FMA peak");
        JsonNode row = rows.get(0);
        assertThat(row.get("workload").asString()).isEqualTo("W1");
        assertThat(row.get("threads").asInt()).isEqualTo(1);
        assertThat(row.get("ratio").asDouble()).isEqualTo(1);
        assertThat(row.get("milliseconds").asDouble()).isPositive();
        assertThat(row.get("tokensPerSecond").asDouble()
                        * row.get("milliseconds").asDouble()
                        / 1e3)
                .isCloseTo(15, within(1e-6));
        assertThat(row.get("shareOfPeak").asDouble()).isBetween(0.0, 1.0);
        assertThat(row.get("loss").asDouble()).isBetween(0.0, 5.0);
    }
}

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
final class ThreadsIT {
    @TempDir
    private Path folder;

    @Test
    void itTrainsWithEachNumberOfThreadsAndComparesTheWeights() throws Exception {
        Path json = folder.resolve("rows.json");
        String command =
                "threads W1 --threads 1,3 --steps 4 --set hidden=16 --set length=5 --set batch=13 --json " + json;
        assertThat(Main.run(command.split(" "))).isZero();

        JsonNode rows = JsonMapper.builder().build().readTree(Files.readString(json));
        assertThat(rows.findValuesAsString("threads")).containsExactly("1", "3");
        assertThat(rows.findValuesAsString("equal")).containsExactly("true", "true");
        assertThat(rows.findValuesAsString("digest")).hasSize(2).allMatch(digest -> digest.length() == 16);
        assertThat(rows.get(0).get("speedUp").asDouble()).isEqualTo(1);
        assertThat(rows.get(1).get("milliseconds").asDouble()).isPositive();
        for (JsonNode row : rows) {
            JsonNode work = row.get("work");
            assertThat(work.size()).isEqualTo(row.get("threads").asInt());
            long steps = 0;
            for (JsonNode thread : work) {
                steps += thread.get("rows").asLong();
            }
            assertThat(steps)
                    .isEqualTo(4 * 2 * 13 * 5); // 4 steps of training, forwards and backwards, 13 rows of 5 steps
        }
    }

    @Test
    void aWorkloadThatTrainsNothingIsRefused() {
        assertThat(Main.run("threads", "W5-batch", "--steps", "2", "--threads", "1"))
                .isEqualTo(2);
    }
}

package dev.tendril.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.training.TrainingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MetricsLogTest {
    @TempDir
    private Path folder;

    @Test
    void everyEpochIsAnObject() throws IOException {
        Path file = folder.resolve("metrics.jsonl");
        MetricsLog log = new MetricsLog(file);
        log.onEvent(epoch(1, 0.75, true));
        log.onEvent(epoch(2, Double.NaN, false));
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"epoch\":1,\"training_loss\":0.75,\"validation\":{\"loss\":0.5},\"best\":true,\"seconds\":1.5}",
                        "{\"epoch\":2,\"training_loss\":null,\"validation\":{\"loss\":0.5},\"best\":false,\"seconds\":1.5}");
    }

    @Test
    void aResumedRunDropsTheEpochsItRunsAgain() throws IOException {
        Path file = folder.resolve("metrics.jsonl");
        MetricsLog before = new MetricsLog(file);
        before.onEvent(epoch(1, 0.75, true));
        before.onEvent(epoch(2, 0.5, true));
        Files.writeString(file, Files.readString(file) + "{\"epoch\":3,\"trai");
        MetricsLog resumed = new MetricsLog(file);
        resumed.onEvent(epoch(2, 0.25, true));
        resumed.onEvent(epoch(3, 0.125, true));
        assertThat(Files.readAllLines(file))
                .extracting(line -> line.substring(0, line.indexOf(",\"validation")))
                .containsExactly(
                        "{\"epoch\":1,\"training_loss\":0.75",
                        "{\"epoch\":2,\"training_loss\":0.25",
                        "{\"epoch\":3,\"training_loss\":0.125");
    }

    private static TrainingEvent epoch(int number, double loss, boolean best) {
        return new TrainingEvent.EpochEnded(number, loss, Map.of("loss", 0.5), best, 1.5);
    }
}

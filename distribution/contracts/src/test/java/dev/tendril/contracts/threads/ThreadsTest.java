package dev.tendril.contracts.threads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.training.TrainingEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The number of threads changes no bit of a training: dropout, zoneout, clipping, shards and batches of any size included. */
final class ThreadsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "threads");

    @ParameterizedTest
    @CsvSource({"lstm, true", "attention, true", "transformer, false"})
    void anyNumberOfThreadsTrainsTheSameWeights(String model, boolean recurrent) {
        Path file = FOLDER.resolve(model + ".yaml");
        TrainedWithThreads alone = TrainedWithThreads.of(file, 1);
        assertThat(alone.steps()).hasSize(TrainedWithThreads.STEPS);
        assertThat(alone.steps()).anyMatch(TrainingEvent.Stepped::clipped);
        for (int threads : List.of(2, 3, 4, 8)) {
            TrainedWithThreads together = TrainedWithThreads.of(file, threads);
            assertThat(together.weights().differences(alone.weights()))
                    .as("%s with %d threads", model, threads)
                    .isEmpty();
            assertThat(together.work()).hasSize(threads);
            assertThat(together.busyThreads()).isGreaterThan(1);
            assertThat(together.rows()).isEqualTo(alone.rows());
            assertThat(together.helpersRows() > 0).isEqualTo(recurrent);
        }
    }

    /** What a framework would give that has every thread add its own part. */
    private static Weights summedBy(int threads) {
        Random random = new Random(5);
        float[] parts = new float[threads];
        for (int i = 0; i < 10_000; i++) {
            parts[i * threads / 10_000] += random.nextFloat();
        }
        float sum = 0;
        for (float part : parts) {
            sum += part;
        }
        return new Weights(Map.of("sum", new double[] {sum}));
    }

    @Test
    void aSumThatIsSplitOverThreadsIsFound() {
        assertThat(summedBy(1).differences(summedBy(1))).isEmpty();
        assertThat(summedBy(2).differences(summedBy(1))).hasSize(1);
    }

    @Test
    void oneBitInOneNumberIsFound() {
        Weights weights = new Weights(Map.of("U", new double[] {1, 0, 2}));
        assertThat(weights.differences(new Weights(Map.of("U", new double[] {1, -0.0, 2}))))
                .containsExactly("U[1]: 0.0 and -0.0");
        assertThat(weights.differences(new Weights(Map.of("U", new double[] {1, 0, Math.nextUp(2.0)}))))
                .hasSize(1);
        assertThat(weights.differences(new Weights(Map.of("U", new double[] {1, 0}))))
                .hasSize(1);
        assertThat(weights.differences(new Weights(Map.of("W", new double[] {1, 0, 2}))))
                .hasSize(1);
    }
}

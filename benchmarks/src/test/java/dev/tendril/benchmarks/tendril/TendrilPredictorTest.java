package dev.tendril.benchmarks.tendril;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.benchmarks.workload.Assignment;
import dev.tendril.benchmarks.workload.Size;
import dev.tendril.benchmarks.workload.Sizes;
import dev.tendril.benchmarks.workload.Workload;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TendrilPredictorTest {
    @TempDir
    private Path folder;

    @Test
    void itPredictsFromTheArchiveThatItWrote() throws Exception {
        Sizes sizes = Workload.W5_TOKEN
                .sizes()
                .withKnown(Map.of(Size.VOCABULARY, 71, Size.EMBEDDING, 5, Size.HIDDEN, 7, Size.LENGTH, 1));
        Assignment assignment = new Assignment(Workload.W5_TOKEN, 0, sizes, 1);
        Path archive = folder.resolve("tendril.model");
        TendrilPredictor predictor = new TendrilPredictor();
        predictor.save(assignment, archive);
        assertThat(archive).isNotEmptyFile();
        predictor.predict(assignment, archive);
    }
}

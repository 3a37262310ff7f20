package dev.tendril.plugin.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.TendrilException;
import dev.tendril.api.model.Model;
import dev.tendril.api.model.Prediction;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.TrainOptions;
import dev.tendril.runtime.TrainingResult;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.check.LoadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The model files of {@code examples/attention}; {@code examples/attention/run} trains all attentions to the end. */
class TrainingTest {
    private static final Path FOLDER = Path.of("..", "..", "examples", "attention");
    private static final String ATTENTION = "model.decoder.network.attention";

    private final Tendril tendril = Tendril.builder().threads(1).build();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        tendril.close();
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyModelFileIsWithoutProblems(Path file) {
        assertThat(tendril.validate(file).warnings()).isEmpty();
    }

    @Test
    void anAttentionThatOnlyLooksWithinAWindowLearnsToCopy() {
        TrainingResult result = trained(
                "copy",
                Map.of(
                        ATTENTION,
                        "{type: additive, units: 32, distribution: {type: local_monotonic, window: 1}}",
                        "training.epochs",
                        "8"));
        assertThat(result.metrics().get("exact_match")).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void aPoolingByAttentionLearnsToFind() {
        assertThat(trained("find", Map.of("training.epochs", "3")).metrics().get("accuracy"))
                .isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void hopsAreKeptApartByTheirPenalty() throws IOException {
        TrainingResult result = trained("hops", Map.of("training.epochs", "3"));
        assertThat(result.metrics().get("accuracy")).isGreaterThanOrEqualTo(0.99);
        assertThat(result.metrics().get("apart.loss")).isLessThan(0.5); // two hops that look at one step have 2

        Path archive = folder.resolve("hops.tendril");
        result.model().save(archive);
        try (Model loaded = tendril.load(archive)) {
            assertThat(loaded.predict("gb*cda").heads().get("head"))
                    .isInstanceOfSatisfying(Prediction.Label.class, answer -> assertThat(answer.label())
                            .isEqualTo("c"));
        }
    }

    @Test
    void aSeparatorThatTheDataDoNotHaveIsRefusedOnceVocabulariesAreKnown() {
        LoadOptions load =
                new LoadOptions(Map.of("model.segments.separator", "'\u2620'"), Map.of(), Set.of(), List.of(), true);
        assertThat(tendril.validate(FOLDER.resolve("hierarchy.yaml"), load).warnings())
                .isEmpty();
        assertThatThrownBy(() -> trained("hierarchy", load.overrides()))
                .isInstanceOf(TendrilException.class)
                .hasMessageStartingWith(
                        "node 'segments' (attention-zoo/segments) cannot be made: 'separator' is '\u2620',"
                                + " which is no token of the vocabulary at port 'tokens', so nothing would be cut;");
    }

    /** Before data is read nobody knows what the vocabulary will have. */
    @Test
    void whatASeparatorCutsIsCountedBeforeDataIsRead() {
        CheckedModel model = tendril.validate(FOLDER.resolve("hierarchy.yaml"));
        Map<String, Long> counted = tendril.parameterCounter().count(model, Map.of("V(text)", 7L, "V(answer)", 5L));
        assertThat(counted).containsEntry("embedded.table", 7L * 16).allSatisfy((path, numbers) -> assertThat(path)
                .doesNotStartWith("segments."));
    }

    /** A few batches of everything else, so that what YAML says is trained, saved and used again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: location_aware, units: 7, distribution: hard}",
                "{type: multi_head, heads: 2, units: 5, attention: {type: cosine, distribution: sparsemax}}",
                "{type: multi_dimensional, units: 7}"
            })
    void anAttentionOfYamlPredictsTheSameBehindItsArchive(String attention) throws IOException {
        Path data = folder.resolve("train.txt");
        Files.write(data, Files.readAllLines(FOLDER.resolve("train.txt")).subList(0, 200));
        TrainingResult result = trained(
                "copy",
                Map.of(
                        ATTENTION,
                        attention,
                        "training.epochs",
                        "1",
                        "data.train.files",
                        "[" + data.toAbsolutePath() + "]"));
        Path archive = folder.resolve("copy.tendril");
        result.model().save(archive);
        try (Model loaded = tendril.load(archive)) {
            assertThat(loaded.predict("abacus")).isEqualTo(result.model().predict("abacus"));
        }
    }

    private TrainingResult trained(String name, Map<String, String> overrides) {
        LoadOptions load = new LoadOptions(overrides, Map.of(), Set.of(), List.of(folder), true);
        return tendril.train(
                FOLDER.resolve(name + ".yaml"), TrainOptions.defaults().withLoad(load));
    }
}

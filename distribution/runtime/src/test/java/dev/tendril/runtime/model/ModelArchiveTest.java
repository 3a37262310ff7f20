package dev.tendril.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.model.Model;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.tensor.TensorStore;
import dev.tendril.runtime.ModelFiles;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.TrainOptions;
import dev.tendril.runtime.archive.Archive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that are whole and do not fit. */
final class ModelArchiveTest {
    private static Tendril tendril;
    private static byte[] bytes;
    private static Archive archive;

    @BeforeAll
    static void train(@TempDir Path folder) throws IOException {
        tendril = Tendril.builder().threads(1).build();
        Path file = ModelFiles.changed(ModelFiles.classifier(folder), "one.yaml", "epochs: 3", "epochs: 1");
        Model model = tendril.train(file, TrainOptions.defaults()).model();
        model.save(folder.resolve("m.tendril"));
        bytes = Files.readAllBytes(folder.resolve("m.tendril"));
        archive = Archive.of("m", bytes);
    }

    @AfterAll
    static void close() {
        tendril.close();
    }

    @Test
    void anArchiveHoldsEverythingAndNoPath() {
        assertThat(archive.plugins()).containsOnlyKeys("core");
        assertThat(archive.vocabularies()).containsOnlyKeys("written", "language");
        assertThat(archive.fitted()).containsOnlyKeys("written.tokenizer", "written.length");
        assertThat(archive.yaml()).doesNotContain(System.getProperty("java.io.tmpdir"));
    }

    @Test
    void aMissingPluginIsNamedWithItsVersion() {
        Map<String, String> plugins = new HashMap<>(archive.plugins());
        plugins.put("acme", "1.4");

        assertRefused(
                with(plugins, archive.yaml()),
                "the given archive: needs acme ≥ 1.4, which is not installed; put it into the folder plugins/acme");
    }

    @Test
    void allMissingPluginsAreNamedAtOnce() {
        assertRefused(
                with(Map.of("acme", "1.4", "core", "99.1.0", "zenith", "2.0.1"), archive.yaml()),
                "the given archive: "
                        + String.join(
                                System.lineSeparator(),
                                "needs acme ≥ 1.4, which is not installed; put it into the folder plugins/acme",
                                "needs core ≥ 99.1.0, installed is "
                                        + tendril.components().plugins().get(0).label() + "; replace it by a newer one",
                                "needs zenith ≥ 2.0.1, which is not installed; put it into the folder plugins/zenith"));
    }

    @Test
    void ofVeryManyMissingPluginsTheFirstAreNamed() {
        Map<String, String> plugins = new HashMap<>();
        for (int number = 100; number < 123; number++) {
            plugins.put("acme" + number, "1.4");
        }
        assertThatThrownBy(() -> tendril.load(with(plugins, archive.yaml()).toBytes()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("needs acme119 ≥ 1.4,")
                .hasMessageEndingWith("plugins/acme119" + System.lineSeparator() + "and 3 plugins more");
    }

    @Test
    void anOlderPluginIsNamedWithBothVersions() {
        assertRefused(
                with(Map.of("core", "99.1.0"), archive.yaml()),
                "the given archive: needs core ≥ 99.1.0, installed is core ");
    }

    @Test
    void anUnknownComponentIsADiagnosticOfItsYaml() {
        assertThatThrownBy(() ->
                        tendril.load(with(archive.plugins(), archive.yaml().replace("type: gru", "type: gruu"))
                                .toBytes()))
                .hasMessageContaining("model.yaml")
                .hasMessageContaining("gruu");
    }

    @Test
    void aMissingParameterIsNamed() {
        assertWeightsRefused(
                tensors -> tensors.remove("embedded.table"),
                "parameter 'embedded.table' is missing, the model wants shape [");
    }

    @Test
    void aParameterTooManyIsNamed() {
        assertWeightsRefused(
                tensors -> tensors.put("other.U", tendril.engine().constant(Shape.of(1), 2)),
                "it holds a parameter 'other.U' that the model does not have");
    }

    @Test
    void aParameterOfAnotherShapeIsNamedWithBoth() {
        assertWeightsRefused(
                tensors ->
                        tensors.put("language_head.readout.b", tendril.engine().constant(Shape.of(2), 2, 3)),
                "parameter 'language_head.readout.b' has shape [2], the model wants shape [3]");
    }

    @Test
    void aVocabularyOfAnotherSizeIsRefusedBeforeAnythingIsAllocated() {
        Map<String, Vocabulary.Table> vocabularies = new HashMap<>(archive.vocabularies());
        List<String> four = List.of("en", "fr", "ja", "de");
        vocabularies.put("language", new Vocabulary.Table(four, Optional.empty(), Optional.empty(), Optional.empty()));
        Archive changed =
                new Archive(archive.plugins(), archive.yaml(), archive.weights(), vocabularies, archive.fitted());

        assertRefused(changed, "the given archive: parameter 'language_head.");
    }

    @Test
    void aDamagedArchiveIsRefusedWhereverItIsDamaged() {
        long seed = 11;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = bytes.clone();
            int bit = random.nextInt(damaged.length * 8);
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> tendril.load(damaged))
                    .as("seed %d bit %d", seed, bit)
                    .isInstanceOf(DataException.class);
        }
    }

    private static void assertWeightsRefused(Consumer<Map<String, Tensor>> change, String message) {
        Engine engine = tendril.engine();
        TensorStore.Stored stored = engine.tensorStore().read("m", archive.weights());
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        stored.shapes().keySet().forEach(name -> tensors.put(name, stored.read(name)));
        Map<String, Tensor> before = Map.copyOf(tensors);
        change.accept(tensors);
        assertThat(tensors).isNotEqualTo(before);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            engine.tensorStore().write(tensors, out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Archive changed = new Archive(
                archive.plugins(),
                archive.yaml(),
                ByteBuffer.wrap(out.toByteArray()),
                archive.vocabularies(),
                archive.fitted());

        assertRefused(changed, "the given archive: " + message);
    }

    private static Archive with(Map<String, String> plugins, String yaml) {
        return new Archive(plugins, yaml, archive.weights(), archive.vocabularies(), archive.fitted());
    }

    private static void assertRefused(Archive changed, String message) {
        assertThatThrownBy(() -> tendril.load(changed.toBytes()))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(message);
    }
}

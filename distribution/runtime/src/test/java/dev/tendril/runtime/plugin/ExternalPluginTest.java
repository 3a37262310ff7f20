package dev.tendril.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import dev.tendril.api.DiagnosticsException;
import dev.tendril.api.model.Model;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.spi.Kind;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.TrainOptions;
import dev.tendril.runtime.component.PluginHandle;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that was compiled against the interface alone and brings a library of its own, from its jars to a prediction. */
final class ExternalPluginTest {
    private static final int COLLECTIONS = 50;

    @TempDir
    private Path temporary;

    private Path plugins;
    private Path library;
    private Path acme;
    private Path yaml;

    @BeforeEach
    void aPluginAndAModelWithItsCell() throws IOException {
        ExternalJars jars = new ExternalJars(Files.createDirectory(temporary.resolve("built")));
        library = jars.library();
        acme = jars.acme(library);
        plugins = temporary.resolve("plugins");
        install(acme);
        StringBuilder table = new StringBuilder();
        for (String word : new String[] {"aab", "abab", "babb", "bbaba", "aaa", "bbbbb"}) {
            table.append(word).append('\t').append(word.charAt(0)).append('\n');
        }
        Files.writeString(temporary.resolve("words.tsv"), table);
        yaml = temporary.resolve("first.yaml");
        Files.writeString(yaml, """
                format: 1
                name: first
                seed: 7
                data:
                  train: {type: tsv, files: [words.tsv]}
                  validation: {type: tsv, files: [words.tsv]}
                  fields:
                    word: {type: text, key: 1, tokenizer: characters}
                    first: {type: label, key: 2}
                model:
                  embedded: {type: embedding, from: word, units: 3}
                  encoder: {type: recurrent, from: embedded, cell: {type: acme/leaky, units: 5, time_constant: 1.5}}
                  classifier: {type: classifier, from: {input: encoder.final, target: first}}
                training:
                  optimizer: {type: adam, learning_rate: 0.05}
                  batch_size: 2
                  epochs: 11
                """);
    }

    @Test
    void itsCellTrainsToTheSameBitsFromAFolderAndFromTheClassPath() throws IOException {
        Map<String, Double> fromFolder = trained(Tendril.builder().plugins(plugins));
        try (URLClassLoader classPath = loader()) {
            Map<String, Double> fromClassPath = trained(Tendril.builder().classPathPlugins(classPath));
            assertThat(fromFolder).hasSize(2).isEqualTo(fromClassPath);
        }
    }

    @Test
    void itsCellTrainsWhereItsJarBundlesTheInterface() throws IOException {
        Map<String, Double> usual = trained(Tendril.builder().plugins(plugins));
        ExternalJars jars = new ExternalJars(Files.createDirectory(temporary.resolve("built-again")));
        plugins = temporary.resolve("other-plugins");
        install(jars.acmeWithTheInterface(library));
        assertThat(trained(Tendril.builder().plugins(plugins))).isEqualTo(usual);
    }

    @Test
    void anArchiveNamesThePluginItNeeds() throws IOException {
        Path archive = temporary.resolve("model.tendril");
        try (Tendril tendril = Tendril.builder().plugins(plugins).build();
                Model model = tendril.train(yaml, TrainOptions.defaults()).model()) {
            model.save(archive);
        }
        try (Tendril without = Tendril.builder().build()) {
            assertThatThrownBy(() -> without.load(archive))
                    .isInstanceOf(DataException.class)
                    .hasMessageContainingAll("acme", "1.4");
            assertThatThrownBy(() -> without.validate(yaml))
                    .isInstanceOf(DiagnosticsException.class)
                    .hasMessageContaining("acme/leaky");
        }
    }

    @Test
    void anotherPluginWithTheSameCellIsNotTakenForIt() throws IOException {
        Path archive = temporary.resolve("model.tendril");
        try (Tendril tendril = Tendril.builder().plugins(plugins).build();
                Model model = tendril.train(yaml, TrainOptions.defaults()).model()) {
            model.save(archive);
        }
        ExternalJars jars = new ExternalJars(Files.createDirectory(temporary.resolve("built-again")));
        Path others = temporary.resolve("other-plugins");
        Path zenith = Files.createDirectories(others.resolve("zenith"));
        Files.copy(jars.acmeAs("zenith", library), zenith.resolve("zenith-cells-1.4.0.jar"));
        Files.copy(library, zenith.resolve(library.getFileName()));
        try (Tendril other = Tendril.builder().plugins(others).build()) {
            assertThat(other.components().find(Kind.CELL, "leaky").orElseThrow().id())
                    .isEqualTo("zenith/leaky");
            assertThatThrownBy(() -> other.load(archive))
                    .isInstanceOf(DataException.class)
                    .hasMessage(archive
                            + ": needs acme ≥ 1.4.0, which is not installed; put it into the folder plugins/acme");
        }
    }

    @Test
    void anArchiveWhosePluginIsBrokenSaysWhy() throws IOException {
        Path archive = temporary.resolve("model.tendril");
        try (Tendril tendril = Tendril.builder().plugins(plugins).build();
                Model model = tendril.train(yaml, TrainOptions.defaults()).model()) {
            model.save(archive);
        }
        Path jar = plugins.resolve("acme").resolve(acme.getFileName());
        Files.writeString(jar, "no jar");
        try (Tendril broken = Tendril.builder().plugins(plugins).build()) {
            assertThatThrownBy(() -> broken.load(archive))
                    .isInstanceOf(DataException.class)
                    .hasMessage(archive + ": needs acme ≥ 1.4.0, which is not installed; put it into the folder"
                            + " plugins/acme" + System.lineSeparator() + "broken plugin: " + plugins.resolve("acme")
                            + ": " + jar + " cannot be read as a jar: zip END header not found; fetch it again");
        }
    }

    @Test
    void itsLoaderIsCollectedOnceTheRuntimeIsClosed() throws Exception {
        WeakReference<ClassLoader> loader = trainAndClose();
        for (int attempt = 0; attempt < COLLECTIONS && loader.get() != null; attempt++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(loader.get()).isNull();
    }

    /** In a method of its own, so that no variable of the test keeps the plugin. */
    private WeakReference<ClassLoader> trainAndClose() {
        try (Tendril tendril = Tendril.builder().plugins(plugins).build()) {
            tendril.train(yaml, TrainOptions.defaults()).model().predict("ab");
            PluginHandle plugin = tendril.plugins().plugins().get(1);
            assertThat(plugin.id()).isEqualTo("acme");
            return new WeakReference<>(plugin.instance().getClass().getClassLoader());
        }
    }

    private Map<String, Double> trained(Tendril.Builder builder) {
        try (Tendril tendril = builder.build();
                Model model = tendril.train(yaml, TrainOptions.defaults()).model()) {
            return ((Prediction.Label) model.predict("abba").only()).probabilities();
        }
    }

    private void install(Path plugin) throws IOException {
        Path folder = Files.createDirectories(plugins.resolve("acme"));
        for (Path jar : new Path[] {plugin, library}) {
            Files.copy(jar, folder.resolve(jar.getFileName()));
        }
    }

    private URLClassLoader loader() throws IOException {
        URL[] urls = {acme.toUri().toURL(), library.toUri().toURL()};
        return new URLClassLoader(urls, getClass().getClassLoader());
    }
}

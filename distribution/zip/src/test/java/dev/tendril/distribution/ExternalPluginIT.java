package dev.tendril.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A plugin of somebody else's, trained through the launcher: as a folder of two jars, and on the class path. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher under test is the shell script")
final class ExternalPluginIT {
    @TempDir
    private Path folder;

    private ExternalPlugin acme;

    @BeforeEach
    void aPluginAndAModelWithItsCell() throws IOException {
        acme = ExternalPlugin.build(Files.createDirectory(folder.resolve("built")));
        StringBuilder table = new StringBuilder();
        for (String word : List.of("aab", "abab", "babb", "bbaba", "aaa", "bbbbb")) {
            table.append(word).append('\t').append(word.charAt(0)).append('\n');
        }
        Files.writeString(folder.resolve("words.tsv"), table);
        Files.writeString(folder.resolve("first.yaml"), """
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
                  encoder: {type: recurrent, from: embedded, cell: {type: leaky, units: 5}}
                  classifier: {type: classifier, from: {input: encoder.final, target: first}}
                training:
                  optimizer: {type: adam, learning_rate: 0.05}
                  batch_size: 2
                  epochs: 3
                """);
    }

    @Test
    void itsCellIsTrainedFromAFolderOfTwoJars() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins").resolve("acme"));
        for (Path jar : List.of(acme.plugin(), acme.library())) {
            Files.copy(jar, plugins.resolve(jar.getFileName()));
        }
        Path launcher = Distribution.folder().resolve("bin").resolve("tendril");

        Run listed = run(launcher, "plugins", "--plugins", "plugins");
        assertThat(listed.exitCode()).as(listed.errors()).isZero();
        assertThat(listed.output())
                .contains("acme 1.4.0 (plugins/acme/acme-cells-1.4.0.jar)\n  cell:          leaky\n");
        assertTrained(run(launcher, "train", "first.yaml", "--plugins", "plugins"));
    }

    @Test
    void whatTheDistributionBringsIsSoundAndStandsBesideIt() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins").resolve("acme"));
        for (Path jar : List.of(acme.plugin(), acme.library())) {
            Files.copy(jar, plugins.resolve(jar.getFileName()));
        }
        Path launcher = Distribution.folder().resolve("bin").resolve("tendril");

        Run examined = run(launcher, "plugins", "doctor", "--plugins", "plugins");
        assertThat(examined.exitCode())
                .as(examined.output() + examined.errors())
                .isZero();
        assertThat(examined.output())
                .contains("jozefowicz ", "acme 1.4.0 (plugins/acme/acme-cells-1.4.0.jar): fine, 1 component\n")
                .endsWith("\nnothing is wrong\n");
        Files.writeString(
                folder.resolve("second.yaml"),
                Files.readString(folder.resolve("first.yaml")).replace("leaky", "mut1"));
        assertTrained(run(launcher, "train", "second.yaml"));
    }

    @Test
    void itsCellIsTrainedFromTheClassPath() throws Exception {
        Path home = folder.resolve("home");
        Path lib = Files.createDirectories(home.resolve("lib"));
        Path launcher = Files.createDirectory(home.resolve("bin")).resolve("tendril");
        Files.copy(Distribution.folder().resolve("bin").resolve("tendril"), launcher);
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        List<Path> jars = new ArrayList<>(List.of(acme.plugin(), acme.library()));
        try (Stream<Path> own = Files.list(Distribution.folder().resolve("lib"))) {
            own.forEach(jars::add);
        }
        for (Path jar : jars) {
            Files.copy(jar, lib.resolve(jar.getFileName()));
        }

        assertTrained(run(launcher, "train", "first.yaml"));
    }

    private void assertTrained(Run trained) {
        assertThat(trained.exitCode()).as(trained.errors()).isZero();
        assertThat(trained.output()).startsWith("validation: loss ").contains(" → ");
        assertThat(folder.resolve("runs").resolve("first").resolve("model.tendril"))
                .isRegularFile();
    }

    private Run run(Path launcher, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        return Run.of(folder, Map.of("JAVA_HOME", System.getProperty("java.home")), command);
    }
}

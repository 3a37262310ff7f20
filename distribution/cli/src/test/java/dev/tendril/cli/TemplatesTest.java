package dev.tendril.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code tendril new} writes works at once. */
final class TemplatesTest {
    @TempDir
    private Path folder;

    static Stream<String> templates() {
        return Template.ALL.stream().map(Template::name);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateIsWrittenCheckedTrainedAndAsked(String name) throws IOException {
        Path target = folder.resolve("begun");
        CommandLineRun written = CommandLineRun.of("new", name, target.toString());
        assertThat(written.exitCode()).as(written.errors()).isZero();
        Path yaml = target.resolve(name + ".yaml");
        assertThat(written.output()).contains("wrote " + yaml + "\n").endsWith("next: tendril train " + yaml + "\n");
        assertThat(Files.readString(yaml)).startsWith("# ").contains("\nname: " + name + "\n");

        CommandLineRun checked = CommandLineRun.of("validate", yaml.toString());
        assertThat(checked.exitCode()).as(checked.errors()).isZero();
        assertThat(checked.errors()).as("no warnings either").isEmpty();

        Path run = folder.resolve("run");
        CommandLineRun trained =
                CommandLineRun.of("train", yaml.toString(), "--out", run.toString(), "--set", "training.epochs=1");
        assertThat(trained.exitCode()).as(trained.errors()).isZero();
        assertThat(trained.output()).startsWith("validation: loss ");
    }

    @Test
    void theTemplatesAreListed() {
        CommandLineRun run = CommandLineRun.of("new");
        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).isEmpty();
        Golden.assertEquals("new.txt", run.output());
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Files.writeString(folder.resolve("reviews.tsv"), "mine");
        CommandLineRun run = CommandLineRun.of("new", "classifier", folder.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors())
                .isEqualTo("error: " + folder.resolve("reviews.tsv")
                        + ": exists already and is not overwritten; name another folder\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.yaml");
        assertThat(folder.resolve("reviews.tsv")).hasContent("mine");
    }

    @Test
    void anUnknownTemplateIsWrongUsageAndTheNearestIsNamed() {
        CommandLineRun run = CommandLineRun.of("new", "clasifier", folder.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).startsWith("error: there is no template 'clasifier'; did you mean 'classifier'?\n");
    }
}

package dev.tendril.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InstalledTest {
    @TempDir
    private Path folder;

    @Test
    void pluginsListsWhatCoreBrings() {
        CommandLineRun run = CommandLineRun.of("plugins");
        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).isEmpty();
        assertThat(run.output())
                .startsWith("core 0.1.0 (")
                .contains("  search:        beam greedy", "  optimizer:     ");
    }

    @Test
    void pluginsSaysWhatIsWrongAndFails() throws IOException {
        Files.createDirectory(folder.resolve("acme"));
        Files.writeString(folder.resolve("stray.jar"), "");
        CommandLineRun run = CommandLineRun.of("plugins", "--plugins", folder.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).startsWith("core 0.1.0 (");
        assertThat(run.errors())
                .isEqualTo(
                        "warning[TDL-1205]: the jar " + folder.resolve("stray.jar")
                                + " lies directly in the folder of plugins and is not loaded\n"
                                + " = remedy: make a folder named after the plugin's id and move the jar, and the libraries it needs, into it\n"
                                + "warning: a plugin is not loaded: " + folder.resolve("acme")
                                + ": the folder holds no jar; put the plugin's jar and the libraries it needs into it, or remove the folder\n");
    }

    @Test
    void aFolderOfPluginsThatIsMissingIsAnErrorWithoutAStackTrace() {
        CommandLineRun run =
                CommandLineRun.of("plugins", "--plugins", folder.resolve("gone").toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors())
                .startsWith("error: the folder of plugins " + folder.resolve("gone") + " cannot be read")
                .doesNotContain("\tat ");
    }

    @Test
    void aStackTraceIsShownIfAskedFor() {
        CommandLineRun run = CommandLineRun.of(
                "--stacktrace", "plugins", "--plugins", folder.resolve("gone").toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors()).contains("\tat dev.tendril.runtime.plugin.PluginDiscovery");
    }

    @ParameterizedTest
    @ValueSource(strings = {"beam", "recurrent", "parallel"})
    void describeSaysWhatAComponentTakes(String name) {
        CommandLineRun run = CommandLineRun.of("describe", name);
        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).isEmpty();
        Golden.assertEquals("describe-" + name + ".txt", run.output().replaceAll("from: core .*", "from: core"));
    }

    @Test
    void describeNamesTheNearestOfAnUnknownName() {
        CommandLineRun run = CommandLineRun.of("describe", "baem");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).isEqualTo("error: no component is named 'baem'; did you mean 'beam'?\n");
    }

    @Test
    void aSettingWithoutEffectIsAWarningAndNoFailure() {
        String file = Path.of("..", "..", "examples", "dates.yaml").toString();
        CommandLineRun run =
                CommandLineRun.of("validate", file, "--set", "training.shards=70", "--set", "training.batch_size=64");
        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).isEqualTo(file + ": 1 warning\n");
        assertThat(run.errors())
                .startsWith(
                        "warning[TDL-1501]: 'shards' has no effect beyond the number of examples: a batch has 64 and is"
                                + " to be cut into 70\n");
    }
}

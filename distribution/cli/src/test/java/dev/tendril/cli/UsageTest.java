package dev.tendril.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UsageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train",
                "evaluate",
                "predict",
                "validate",
                "explain",
                "plugins",
                "describe",
                "schema",
                "new",
                "doctor"
            })
    void everyCommandSaysWhatItTakes(String command) {
        CommandLineRun run = CommandLineRun.of(command, "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).isEmpty();
        Golden.assertEquals("help-" + command + ".txt", run.output());
    }

    @Test
    void theExaminationOfPluginsSaysWhatItTakes() {
        CommandLineRun run = CommandLineRun.of("plugins", "doctor", "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).isEmpty();
        Golden.assertEquals("help-plugins-doctor.txt", run.output());
    }

    @Test
    void helpOfTheProgramListsItsCommands() {
        CommandLineRun run = CommandLineRun.of("--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).isEmpty();
        Golden.assertEquals("help.txt", run.output());
    }

    @Test
    void theVersionIsPrinted() {
        CommandLineRun run = CommandLineRun.of("--version");
        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).startsWith("tendril ");
    }

    @Test
    void noCommandIsWrongUsage() {
        CommandLineRun run = CommandLineRun.of();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).startsWith("error: which command? Name one of those below.\nUsage: tendril");
    }

    @Test
    void anUnknownCommandIsWrongUsageAndTheNearestIsNamed() {
        CommandLineRun run = CommandLineRun.of("plugin");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).startsWith("error: Unmatched argument at index 0: 'plugin'\ndid you mean: plugins");
    }

    @Test
    void anUnknownOptionIsWrongUsage() {
        CommandLineRun run = CommandLineRun.of("describe", "gru", "--colour");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors())
                .isEqualTo("error: Unknown option: '--colour'\n'tendril describe --help' shows what it takes\n");
    }

    @Test
    void aValueOfTheWrongTypeIsWrongUsage() {
        CommandLineRun run = CommandLineRun.of("plugins", "--threads", "two");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).startsWith("error: Invalid value for option '--threads': 'two' is not an int\n");
    }

    @Test
    void aMissingArgumentIsWrongUsage() {
        CommandLineRun run = CommandLineRun.of("validate");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors())
                .isEqualTo(
                        "error: Missing required parameter: 'FILE'\n'tendril validate --help' shows what it takes\n");
    }
}

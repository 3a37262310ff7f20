package dev.tendril.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code tendril explain --parameters}. */
final class ExplainParametersTest {
    private static final String EXAMPLE = "../../examples/date-language.yaml";

    @Test
    void everyParameterIsListedWithItsSizeAndWhatMovesIt() {
        CommandLineRun run = CommandLineRun.of(
                "explain",
                "--parameters",
                "--set",
                "training.groups=[{parameters: [embedded], frozen: true}, {parameters: ['**.b'], optimizer: {type: sgd,"
                        + " learning_rate: 0.1}}]",
                EXAMPLE);
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.output().lines())
                .first()
                .asString()
                .matches("  embedded\\.table +\\d+·V\\(written\\) +frozen, group 1");
        assertThat(run.output().lines())
                .anyMatch(line -> line.matches("  encoder\\.layer0\\.forward\\..*\\.U +[\\d,]+ +adam"))
                .anyMatch(line -> line.matches("  encoder\\.layer0\\.forward\\..*\\.b +[\\d,]+ +sgd, group 2"))
                .allMatch(line -> line.matches("  \\S+ +\\S.* +(adam|sgd, group 2|frozen, group 1)"));
    }

    @Test
    void aGroupThatDoesNotFitIsExplained() {
        CommandLineRun run = CommandLineRun.of(
                "validate", EXAMPLE, "--set", "training.groups=[{parameters: [encodr], frozen: true}]");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.errors())
                .contains("error[TDL-1302]: the model has no parameter 'encodr'", "did you mean 'encoder'?");
    }
}

package dev.tendril.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExplainPlanTest {
    private static final String EXAMPLE = "../../examples/date-language.yaml";

    @Test
    void explainShowsHowRecurrencesAreRun() {
        CommandLineRun plan = CommandLineRun.of("explain", "--plan", EXAMPLE);
        assertThat(plan.exitCode()).as(plan.errors()).isZero();
        Golden.assertEquals("plan.txt", plan.output());
    }

    @Test
    void aPlanIsNoChart() {
        CommandLineRun both = CommandLineRun.of("explain", "--plan", "--mermaid", EXAMPLE);
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.errors()).startsWith("error: --mermaid, --plan are mutually exclusive");
    }
}

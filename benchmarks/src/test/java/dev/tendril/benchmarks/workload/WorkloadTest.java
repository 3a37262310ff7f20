package dev.tendril.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class WorkloadTest {
    @Test
    void labelsNameThem() {
        for (Workload workload : Workload.values()) {
            assertThat(Workload.named(workload.label())).containsExactly(workload);
        }
    }

    @Test
    void aLabelMeansAllItsParts() {
        assertThat(Workload.named("w5")).containsExactly(Workload.W5_TOKEN, Workload.W5_BATCH);
        assertThat(Workload.named("W1")).containsExactly(Workload.W1);
    }

    @Test
    void anUnknownLabelIsAnsweredWithAllLabels() {
        assertThatThrownBy(() -> Workload.named("W99"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'W99'")
                .hasMessageContaining("W5-token");
    }

    @Test
    void assignmentsSurviveTheCommandLine() {
        Arrays.stream(Workload.values())
                .map(workload -> new Assignment(workload, workload.variants().size() - 1, workload.sizes(), 2))
                .forEach(assignment ->
                        assertThat(Assignment.parse(assignment.words())).isEqualTo(assignment));
    }
}

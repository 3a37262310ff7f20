package dev.tendril.benchmarks.tendril;

import dev.tendril.benchmarks.workload.Assignment;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The workloads with somebody else's components, from the plugin's jar. */
final class PluginIT {
    @ParameterizedTest
    @MethodSource("assignments")
    void everyWorkloadTakesSteps(Assignment assignment) {
        SmallWorkloads.run(assignment);
    }

    private static List<Assignment> assignments() {
        return SmallWorkloads.where(variant -> variant.plugin());
    }
}

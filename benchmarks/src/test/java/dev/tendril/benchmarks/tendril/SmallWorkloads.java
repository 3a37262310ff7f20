package dev.tendril.benchmarks.tendril;

import static dev.tendril.benchmarks.workload.Size.BATCH;
import static dev.tendril.benchmarks.workload.Size.CLASSES;
import static dev.tendril.benchmarks.workload.Size.EMBEDDING;
import static dev.tendril.benchmarks.workload.Size.FEED_FORWARD;
import static dev.tendril.benchmarks.workload.Size.HEADS;
import static dev.tendril.benchmarks.workload.Size.HIDDEN;
import static dev.tendril.benchmarks.workload.Size.LAYERS;
import static dev.tendril.benchmarks.workload.Size.LENGTH;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.benchmarks.child.Task;
import dev.tendril.benchmarks.workload.Assignment;
import dev.tendril.benchmarks.workload.Size;
import dev.tendril.benchmarks.workload.Sizes;
import dev.tendril.benchmarks.workload.Variant;
import dev.tendril.benchmarks.workload.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Every workload at sizes that take no time. */
final class SmallWorkloads {
    private static final Map<Size, Integer> SMALL = Map.of(
            BATCH, 3,
            LENGTH, 5,
            VOCABULARY, 11,
            EMBEDDING, 7,
            HIDDEN, 6,
            LAYERS, 2,
            CLASSES, 2,
            HEADS, 2,
            FEED_FORWARD, 13);
    private static final int STEPS = 30;

    private SmallWorkloads() {}

    /** All variants of all workloads of which something holds. */
    static List<Assignment> where(Predicate<Variant> wanted) {
        return Arrays.stream(Workload.values())
                .filter(workload -> workload != Workload.PEAK)
                .flatMap(workload -> IntStream.range(0, workload.variants().size())
                        .filter(variant -> wanted.test(workload.variants().get(variant)))
                        .mapToObj(variant -> new Assignment(workload, variant, small(workload), 2)))
                .toList();
    }

    private static Sizes small(Workload workload) {
        Sizes sizes = workload.sizes();
        for (Size size : sizes.values().keySet()) {
            if (sizes.get(size) > 1) {
                sizes = sizes.with(size, SMALL.getOrDefault(size, 1));
            }
        }
        return sizes;
    }

    /** Takes steps, and demands that what trains learns. */
    static void run(Assignment assignment) {
        try (Task task = new TendrilImplementation().prepare(assignment)) {
            task.step();
            assertThat(task.parameters()).isPositive();
            if (task.loss().isPresent()) {
                double first = task.loss().getAsDouble();
                for (int step = 0; step < STEPS; step++) {
                    task.step();
                }
                assertThat(task.loss().getAsDouble()).isLessThan(first);
            }
        }
    }
}

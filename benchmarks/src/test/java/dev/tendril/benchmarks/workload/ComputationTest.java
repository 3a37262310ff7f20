package dev.tendril.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ComputationTest {
    /** Two operations a multiply-add, three products a weight in training; the weights of W2 counted by hand. */
    @Test
    void trainingCountsThreeProductsAWeight() {
        double first = 4 * 512 * (256 + 512);
        double second = 4 * 512 * (512 + 512);
        double readout = 512 * 10_000;
        double flops = 2 * 3 * 32 * 35 * (first + second + readout);
        assertThat(Computation.LANGUAGE_MODEL.flops(Workload.W2.sizes())).isCloseTo(flops, within(1.0));
    }

    @Test
    void inferenceCountsOne() {
        assertThat(3 * Computation.SCORES.flops(Workload.W5_BATCH.sizes()))
                .isCloseTo(Computation.LANGUAGE_MODEL.flops(Workload.W5_BATCH.sizes()), within(1.0));
    }
}

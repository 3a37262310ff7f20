package dev.tendril.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.check.LoadOptions;
import dev.tendril.runtime.explain.MemoryEstimate;
import dev.tendril.tensor.TendrilEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is counted and measured by computing made-up examples. */
class ExplainTest {
    private static final Path EXAMPLES = Path.of("../../examples");

    private final Tendril tendril = Tendril.builder().threads(1).build();

    @AfterEach
    void close() {
        tendril.close();
    }

    /** By hand: three gates of 128 units over 64 + 128 numbers in two directions; two projections of the memory's 256 numbers. */
    @Test
    void multiplyAddsFollowFromTheEquations() {
        String text = tendril.explain(tendril.validate(EXAMPLES.resolve("dates.yaml")))
                .text(Optional.empty());
        assertThat(text)
                .contains("encoder  for each step of T(source)  147,456\n")
                .contains("384·T(source) + 384·V(target)");
    }

    /** By hand: queries, keys, values and output of 96 numbers, 192 numbers between, two layers; scores and sums of every pair of steps. */
    @Test
    void selfAttentionCostsWhatEveryStepLooksAt() {
        long projections = 4 * 96 * 96;
        long between = 2 * 96 * 192;
        String text = tendril.explain(tendril.validate(EXAMPLES.resolve("dates-transformer.yaml")))
                .text(Optional.empty());
        assertThat(text)
                .contains("for each step of T(source)  384·T(source) + "
                        + String.format("%,d", 3 * (projections + between)));
    }

    /**
     * A run whose sequences all have one length is the measure. What is in use beside a batch may differ a little, and arrays
     * are lent in sizes up to a quarter larger than asked for.
     */
    @Test
    void theEstimateIsNearWhatTrainingHasInUse() {
        LoadOptions options = new LoadOptions(
                Map.of("training.epochs", "1", "training.batch_size", "48"), Map.of(), Set.of(), List.of(), true);
        CheckedModel model = tendril.validate(EXAMPLES.resolve("sunspots.yaml"), options);
        MemoryEstimate estimate = tendril.memory(model, 60);
        TrainOptions train = TrainOptions.defaults().withLoad(options);
        tendril.train(EXAMPLES.resolve("sunspots.yaml"), train).model().close();
        long measured = ((TendrilEngine) tendril.engine()).mostBytesInUse();
        assertThat(estimate.remembered()).isEqualTo(2 * estimate.parameters());
        assertThat((double) estimate.batch() / measured).isBetween(0.9, 1.1);
    }
}

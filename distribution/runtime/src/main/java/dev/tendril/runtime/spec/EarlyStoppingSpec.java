package dev.tendril.runtime.spec;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;

/**
 * When training stops before all epochs are run.
 *
 * @param metric what is watched on the validation split: the short name of an evaluated metric, or {@code loss}
 * @param patience epochs without improvement after which it stops
 * @param minimumImprovement what counts as an improvement
 */
public record EarlyStoppingSpec(
        @Param("What is watched on the validation split: an evaluated metric, or loss.") @Default("loss")
        String metric,

        @Param("Epochs without improvement after which training stops.") @Default("3") @Range(min = 1)
        int patience,

        @Param("The smallest change that counts as an improvement.") @Default("0.0") @Range(min = 0)
        double minimumImprovement) {
    /** What is watched by default: the model's loss. */
    public static final String LOSS = "loss";
}

package dev.tendril.plugin.optimizers;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.training.Schedule;

/**
 * The learning rate falls when the watched metric stops improving. An epoch improves if it is better than every one before it, by more
 * than a margin; after more than {@code patience} epochs in a row that do not, the learning rate falls and the count starts anew.
 * <pre>
 *   max(floor, factor ^ falls)
 * </pre>
 *
 * @param patience epochs without an improvement that are borne
 * @param factor of each fall
 * @param margin of an improvement
 * @param floor smallest factor
 */
public record PlateauSchedule(
        @Param("Epochs in a row without an improvement that are borne.") @Default("2") @Range(min = 0)
        int patience,

        @Param("What the learning rate is multiplied by at each fall.")
        @Default("0.1")
        @Range(min = 0, max = 1, minExclusive = true, maxExclusive = true)
        double factor,

        @Param("How much better than the best a value must be to count as an improvement.")
        @Default("0.0")
        @Range(min = 0)
        double margin,

        @Param("Smallest share of the learning rate.") @Default("0.0") @Range(min = 0, max = 1)
        double floor)
        implements Schedule {

    @Override
    public double factor(Progress progress) {
        double best = Double.POSITIVE_INFINITY;
        int falls = 0;
        int without = 0;
        for (double value : progress.validation()) {
            boolean improved = value < best - margin;
            best = improved ? value : best;
            without = improved ? 0 : without + 1;
            if (without > patience) {
                falls++;
                without = 0;
            }
        }
        return Math.max(floor, Math.pow(factor, falls));
    }
}

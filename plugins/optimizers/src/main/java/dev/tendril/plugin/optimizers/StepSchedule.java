package dev.tendril.plugin.optimizers;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.training.Schedule;

/**
 * The learning rate falls by a factor every so many epochs.
 * <pre>
 *   factor ^ ⌊(epoch − 1) / every⌋
 * </pre>
 *
 * @param every epochs between two falls
 * @param factor of each fall
 */
public record StepSchedule(
        @Param("Epochs between two falls.") @Range(min = 1) int every,

        @Param("What the learning rate is multiplied by at each fall.")
        @Default("0.1")
        @Range(min = 0, max = 1, minExclusive = true)
        double factor)
        implements Schedule {

    @Override
    public double factor(Progress progress) {
        int falls = (progress.epoch() - 1) / every;
        return Math.pow(factor, falls);
    }
}

package dev.tendril.plugin.optimizers;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.training.Schedule;

/**
 * The learning rate falls smoothly, by a factor over so many updates.
 * <pre>
 *   factor ^ ((step − 1) / steps)
 * </pre>
 *
 * @param steps updates of one fall
 * @param factor of one fall
 */
public record ExponentialSchedule(
        @Param("Updates over which the learning rate falls by the factor.") @Range(min = 1)
        long steps,

        @Param("What the learning rate is multiplied by over so many updates.")
        @Default("0.5")
        @Range(min = 0, max = 1, minExclusive = true)
        double factor)
        implements Schedule {

    @Override
    public double factor(Progress progress) {
        return Math.pow(factor, (progress.step() - 1.0) / steps);
    }
}

package dev.tendril.plugin.optimizers;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.training.Schedule;

/**
 * A constant learning rate for the first epochs, then a fall at each (Zaremba et al. 2014, section 4.1).
 * <pre>
 *   factor ^ max(0, current epoch − epoch)
 * </pre>
 *
 * @param epoch epochs at the full learning rate
 * @param factor of each later epoch
 */
public record HalveAfterEpochSchedule(
        @Param("Epochs at the full learning rate.") @Range(min = 1)
        int epoch,

        @Param("What the learning rate is multiplied by at each epoch after them.")
        @Default("0.5")
        @Range(min = 0, max = 1, minExclusive = true)
        double factor)
        implements Schedule {

    @Override
    public double factor(Progress progress) {
        return Math.pow(factor, Math.max(0, progress.epoch() - epoch));
    }
}

package dev.tendril.plugin.optimizers;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.training.Schedule;
import java.util.Optional;

/**
 * One cycle (Smith 2018, section 4): the learning rate grows linearly to the full one, falls back as fast, and fades over the last
 * updates. With p the share of the updates that are done:
 * <pre>
 *   start + (1 − start) p / rise                    while p ≤ rise
 *   1 − (1 − start) (p − rise) / rise               while p ≤ 2 rise
 *   start + (end − start) (p − 2 rise) / (1 − 2 rise)   while p ≤ 1
 *   end                                             after it
 * </pre>
 *
 * @param steps updates that it lasts; empty for all that are planned
 * @param rise share of the updates in which it grows
 * @param start factor at the start
 * @param end factor at the end
 */
public record OneCycleSchedule(
        @Param("Updates that it lasts; all that are planned if not given.") @Range(min = 1)
        Optional<Long> steps,

        @Param("Share of the updates over which the learning rate grows, and over which it falls back.")
        @Default("0.45")
        @Range(min = 0, max = 0.5, minExclusive = true)
        double rise,

        @Param("Share of the learning rate at the start.") @Default("0.1") @Range(min = 0, max = 1)
        double start,

        @Param("Share of the learning rate at the end.") @Default("0.001") @Range(min = 0, max = 1)
        double end)
        implements Schedule {

    @Override
    public double factor(Progress progress) {
        double done = Math.min(1, (progress.step() - 1.0) / Math.max(1, steps.orElse(progress.planned()) - 1));
        if (done <= rise) {
            return start + (1 - start) * done / rise;
        }
        if (done <= 2 * rise) {
            return 1 - (1 - start) * (done - rise) / rise;
        }
        return start + (end - start) * (done - 2 * rise) / (1 - 2 * rise);
    }
}

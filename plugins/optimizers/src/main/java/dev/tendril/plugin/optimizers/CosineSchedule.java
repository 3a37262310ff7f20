package dev.tendril.plugin.optimizers;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.training.Schedule;
import java.util.Optional;

/**
 * The learning rate grows linearly over the first updates, then falls along half a cosine (Loshchilov &amp; Hutter 2017, equation 5,
 * without restarts) and stays.
 * <pre>
 *   step / warmup                                                    while step ≤ warmup
 *   floor + (1 − floor) (1 + cos(π (step − warmup) / (steps − warmup))) / 2   until step = steps
 *   floor                                                            after it
 * </pre>
 *
 * @param steps updates that it lasts; empty for all that are planned
 * @param warmup updates until the full learning rate
 * @param floor factor at the end
 */
public record CosineSchedule(
        @Param("Updates that it lasts; all that are planned if not given.") @Range(min = 1)
        Optional<Long> steps,

        @Param("Updates until the full learning rate, of those it lasts.") @Default("0") @Range(min = 0)
        long warmup,

        @Param("Share of the learning rate that is left at the end.") @Default("0.0") @Range(min = 0, max = 1)
        double floor)
        implements Schedule {
    public CosineSchedule {
        if (steps.isPresent() && warmup >= steps.get()) {
            throw new InvalidParameter(
                    "warmup", "warmup is " + warmup + " updates of the " + steps.get() + " that it lasts; want fewer");
        }
    }

    @Override
    public double factor(Progress progress) {
        if (progress.step() <= warmup) {
            return (double) progress.step() / warmup;
        }
        long falling = steps.orElse(progress.planned()) - warmup;
        double done = falling <= 0 ? 1 : Math.min(1, (double) (progress.step() - warmup) / falling);
        return floor + (1 - floor) * (1 + Math.cos(Math.PI * done)) / 2;
    }
}

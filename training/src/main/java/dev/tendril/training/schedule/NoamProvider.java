package dev.tendril.training.schedule;

import dev.tendril.api.spi.ScheduleProvider;
import dev.tendril.api.training.Schedule;

/**
 * Registers {@code noam} (Vaswani et al. 2017, equation 3), scaled to reach the optimiser's learning rate.
 * <pre>
 *   factor = min(step / warmup, √(warmup / step))
 * </pre>
 */
public final class NoamProvider implements ScheduleProvider<NoamParameters> {
    @Override
    public String name() {
        return "noam";
    }

    @Override
    public Class<NoamParameters> parameters() {
        return NoamParameters.class;
    }

    @Override
    public String description() {
        return "The learning rate grows linearly over the first updates and then falls with the square root of their number"
                + " (Vaswani et al. 2017).";
    }

    @Override
    public Schedule create(NoamParameters parameters) {
        double warmup = parameters.warmup();
        return progress -> Math.min(progress.step() / warmup, Math.sqrt(warmup / progress.step()));
    }
}

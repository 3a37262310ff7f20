package dev.tendril.training.schedule;

import dev.tendril.api.spi.ScheduleProvider;
import dev.tendril.api.training.Schedule;

/** Registers {@code warmup}. */
public final class WarmupProvider implements ScheduleProvider<WarmupParameters> {
    @Override
    public String name() {
        return "warmup";
    }

    @Override
    public Class<WarmupParameters> parameters() {
        return WarmupParameters.class;
    }

    @Override
    public String description() {
        return "The learning rate grows linearly over the first updates and stays (Goyal et al. 2017).";
    }

    @Override
    public Schedule create(WarmupParameters parameters) {
        return progress -> Math.min(1, (double) progress.step() / parameters.steps());
    }
}

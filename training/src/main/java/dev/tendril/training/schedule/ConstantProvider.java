package dev.tendril.training.schedule;

import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.ScheduleProvider;
import dev.tendril.api.training.Schedule;

/** Registers {@code constant}. */
public final class ConstantProvider implements ScheduleProvider<NoParameters> {
    @Override
    public String name() {
        return "constant";
    }

    @Override
    public Class<NoParameters> parameters() {
        return NoParameters.class;
    }

    @Override
    public String description() {
        return "The optimiser's learning rate throughout.";
    }

    @Override
    public Schedule create(NoParameters parameters) {
        return progress -> 1;
    }
}

package dev.tendril.plugin.optimizers;

import dev.tendril.api.spi.ScheduleProvider;
import dev.tendril.api.training.Schedule;

/**
 * Registers a schedule that is its own parameter record.
 *
 * @param name in YAML
 * @param description one sentence
 * @param parameters the schedule's type
 * @param <P> the schedule
 */
record ScheduleProviderOf<P extends Record & Schedule>(String name, String description, Class<P> parameters)
        implements ScheduleProvider<P> {

    @Override
    public Schedule create(P given) {
        return given;
    }
}

package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.training.Schedule;

/**
 * Registers a schedule of the learning rate.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface ScheduleProvider<P extends Record> extends ComponentProvider<P> {
    /** Makes it. */
    Schedule create(P parameters);
}

package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.training.Metric;

/**
 * Registers a metric.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface MetricProvider<P extends Record> extends ComponentProvider<P> {
    /** Makes it. */
    Metric create(P parameters);
}

package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.training.Optimizer;

/**
 * Registers an optimiser.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface OptimizerProvider<P extends Record> extends ComponentProvider<P> {
    /** Makes it. */
    Optimizer<?> create(P parameters);
}

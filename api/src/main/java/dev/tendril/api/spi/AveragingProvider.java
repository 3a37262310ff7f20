package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.training.Averaging;

/**
 * Registers a mean of parameters over training.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface AveragingProvider<P extends Record> extends ComponentProvider<P> {
    /** Makes it. */
    Averaging<?> create(P parameters);
}

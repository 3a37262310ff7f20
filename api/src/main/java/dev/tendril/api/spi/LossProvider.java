package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.training.Loss;

/**
 * Registers a loss.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface LossProvider<P extends Record> extends ComponentProvider<P> {
    /** Makes it. */
    Loss create(P parameters);
}

package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.training.Clipping;

/**
 * Registers a way to bound gradients.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface ClippingProvider<P extends Record> extends ComponentProvider<P> {
    /** Makes it. */
    Clipping create(P parameters);
}

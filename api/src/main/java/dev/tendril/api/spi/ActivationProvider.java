package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.layer.Activation;

/**
 * Registers an activation.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface ActivationProvider<P extends Record> extends ComponentProvider<P> {
    /** Makes it. */
    Activation create(P parameters);
}

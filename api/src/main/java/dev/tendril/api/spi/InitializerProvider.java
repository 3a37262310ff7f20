package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.tensor.Initializer;

/**
 * Registers an initializer.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface InitializerProvider<P extends Record> extends ComponentProvider<P> {
    /** Makes it. */
    Initializer create(P parameters);
}

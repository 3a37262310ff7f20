package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.layer.FeatureContext;
import dev.tendril.api.layer.Pooling;

/**
 * Registers a pooling.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface PoolingProvider<P extends Record> extends ComponentProvider<P> {
    /** Features of the pooled vector; those of the sequence by default. */
    default int outputSize(P parameters, int features) {
        return features;
    }

    /** Makes it. */
    Pooling create(P parameters, FeatureContext context);
}

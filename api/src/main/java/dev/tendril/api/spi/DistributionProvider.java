package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.DistributionContext;

/**
 * Registers a distribution of attention weights.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface DistributionProvider<P extends Record> extends ComponentProvider<P> {
    /** Makes it. */
    Distribution<?> create(P parameters, DistributionContext context);
}

package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.layer.FeatureContext;
import dev.tendril.api.layer.Normalization;

/**
 * Registers a normalisation.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface NormalizationProvider<P extends Record> extends ComponentProvider<P> {
    /** Makes it. */
    Normalization create(P parameters, FeatureContext context);
}

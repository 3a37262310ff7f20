package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.layer.FeatureContext;
import dev.tendril.api.layer.Position;

/**
 * Registers a position encoding.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface PositionProvider<P extends Record> extends ComponentProvider<P> {
    /** Makes it. */
    Position create(P parameters, FeatureContext context);
}

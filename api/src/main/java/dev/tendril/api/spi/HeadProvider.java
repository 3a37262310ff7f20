package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.layer.Head;
import dev.tendril.api.layer.NodeContext;

/**
 * Registers a head: a node with a {@code target} port, which is not needed to predict.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface HeadProvider<P extends Record> extends NodeProvider<P> {
    /**
     * Whether the head offers {@link Head#windowed}, if its target alone is connected.
     *
     * @param nested what components named in the parameters can do
     */
    default boolean windowed(P parameters, Sizes nested) {
        return false;
    }

    @Override
    Head create(P parameters, NodeContext context);
}

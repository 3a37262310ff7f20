package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.layer.Head;
import dev.tendril.api.layer.NodeContext;

/**
 * Registers a head: a node with a part in the loss. One at which the model predicts has a port {@code target}, which is not needed to
 * predict; one without is {@link Head.Penalizing}.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface HeadProvider<P extends Record> extends NodeProvider<P> {
    /**
     * Whether the head offers {@link Head.Predicting#windowed}, if its target alone is connected.
     *
     * @param nested what components named in the parameters can do
     */
    default boolean windowed(P parameters, Sizes nested) {
        return false;
    }

    @Override
    Head create(P parameters, NodeContext context);
}

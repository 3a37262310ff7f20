package dev.tendril.api.spi;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import java.util.List;

/**
 * Registers a node of the graph.
 *
 * @param <P> its parameters
 */
@PluginImplemented
public interface NodeProvider<P extends Record> extends ComponentProvider<P> {
    /** Its input ports, the one that a plain {@code from: name} connects first. */
    List<Port> ports(P parameters);

    /**
     * Types of its outputs, given those of its inputs; sizes may still be symbols. Required ports are connected.
     *
     * @param nested sizes of components named in the parameters
     * @throws dev.tendril.api.graph.InvalidGraph if the inputs do not fit
     */
    PortTypes infer(P parameters, PortTypes inputs, Sizes nested);

    /** What has no effect with these inputs; {@link #remarks(Record)} says what never has. */
    default List<Remark> remarks(P parameters, PortTypes inputs) {
        return List.of();
    }

    /** Whether the node offers a {@link dev.tendril.api.layer.Stepper}. */
    default boolean stepwise(P parameters) {
        return false;
    }

    /** Whether that is a {@link dev.tendril.api.layer.SequenceStepper}, which goes on from any state. */
    default boolean resumable(P parameters) {
        return false;
    }

    /** Makes it. */
    Node create(P parameters, NodeContext context);
}

package dev.tendril.runtime.spec;

import dev.tendril.api.graph.Port;
import dev.tendril.api.layer.Node;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node of the graph.
 *
 * @param name unique among nodes and fields
 * @param component what it is; of kind {@code NODE} or {@code HEAD}
 * @param kind {@link Kind#NODE} or {@link Kind#HEAD}
 * @param from the edges into each connected input port, in the order of the file
 * @param share the node whose parameters it uses, if any
 * @param weight of a head's loss in the model's loss; 1 for other nodes
 */
public record NodeSpec(
        String name,
        ComponentRef<Node> component,
        Kind kind,
        Map<String, List<Edge>> from,
        Optional<String> share,
        double weight) {
    public NodeSpec {
        Map<String, List<Edge>> copy = new LinkedHashMap<>();
        from.forEach((port, edges) -> copy.put(port, List.copyOf(edges)));
        from = Collections.unmodifiableMap(copy);
    }

    /** Whether it has a part in the model's loss. */
    public boolean head() {
        return kind == Kind.HEAD;
    }

    /** Whether the model predicts here: a head with a target. */
    public boolean predicts() {
        return head() && from.containsKey(Port.TARGET);
    }
}

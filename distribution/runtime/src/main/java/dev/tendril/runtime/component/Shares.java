package dev.tendril.runtime.component;

import dev.tendril.api.layer.Node;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.Optional;

/** Finds the node that {@code {share: node}} means. */
@FunctionalInterface
public interface Shares {
    /**
     * The component of a node of the graph, without a share of its own; empty if there is none that can be used, which is reported.
     *
     * @param name where the node is named
     */
    Optional<ComponentRef<Node>> component(Scalar name);
}

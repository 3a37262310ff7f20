package dev.tendril.layers.node;

import dev.tendril.api.spi.NodeProvider;
import java.util.List;

/** The nodes of the core that stand in this package. */
public final class Nodes {
    private Nodes() {}

    /** What registers them. */
    public static List<NodeProvider<?>> providers() {
        return List.of(
                new EmbeddingNode.Provider(),
                new OneHotNode.Provider(),
                new LinearNode.Provider(),
                new DropoutNode.Provider(),
                new RecurrentProvider(),
                new PoolingNode.Provider(),
                new ConcatNode.Provider(),
                new ReverseNode.Provider(),
                new DifferencesNode.Provider());
    }
}

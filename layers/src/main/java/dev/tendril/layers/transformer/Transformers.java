package dev.tendril.layers.transformer;

import dev.tendril.api.spi.NodeProvider;
import java.util.List;

/** The nodes of this package. */
public final class Transformers {
    private Transformers() {}

    /** What registers them. */
    public static List<NodeProvider<?>> providers() {
        return List.of(new TransformerNode.Provider(), new TransformerSteps.Provider());
    }
}

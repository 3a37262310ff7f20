package dev.tendril.plugin.attention.compatibility;

import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.AttentionContext;
import dev.tendril.api.spi.AttentionProvider;

/**
 * Registers an attention that compares query and memory as they are, so that both have one size.
 *
 * @param inner what it registers
 * @param <P> the parameters
 */
record EqualSizes<P extends Record>(Scored<P> inner) implements AttentionProvider<P> {
    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public String description() {
        return inner.description();
    }

    @Override
    public Class<P> parameters() {
        return inner.parameters();
    }

    @Override
    public int outputSize(P given, int querySize, int memorySize) {
        if (querySize != memorySize) {
            throw new InvalidGraph(
                    "memory",
                    InvalidGraph.Kind.SIZE_MISMATCH,
                    "attention '" + name() + "' wants query and memory of one size, got a query of size " + querySize
                            + " and a memory of size " + memorySize + "; use 'general' or 'additive', or equal sizes");
        }
        return memorySize;
    }

    @Override
    public Attention<?, ?> create(P given, AttentionContext context) {
        return inner.create(given, context);
    }
}

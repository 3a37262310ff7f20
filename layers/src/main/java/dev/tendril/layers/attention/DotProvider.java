package dev.tendril.layers.attention;

import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.AttentionContext;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.ScoredAttention;
import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;

/**
 * Registers an attention by {@link DotCompatibility}.
 *
 * @param name in YAML
 * @param description one sentence
 * @param scaled whether products are divided by the square root of the size
 */
record DotProvider(String name, String description, boolean scaled)
        implements AttentionProvider<DotProvider.Parameters> {

    /**
     * Parameters of attentions by dot product.
     *
     * @param distribution turns scores into weights
     */
    public record Parameters(
            @Param("How scores become weights.") @Default("softmax")
            ComponentRef<Distribution<?>> distribution) {}

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public int outputSize(Parameters parameters, int querySize, int memorySize) {
        if (querySize != memorySize) {
            throw new InvalidGraph(
                    "memory",
                    InvalidGraph.Kind.SIZE_MISMATCH,
                    "attention '" + name + "' wants query and memory of one size, got a query of size " + querySize
                            + " and a memory of size " + memorySize + "; use 'general' or 'additive', or equal sizes");
        }
        return memorySize;
    }

    @Override
    public Attention<?, ?> create(Parameters parameters, AttentionContext context) {
        double scale = scaled ? 1 / Math.sqrt(context.memorySize()) : 1;
        return new ScoredAttention<>(
                new DotCompatibility(scale),
                context.distribution(parameters.distribution(), "distribution", context.querySize()));
    }
}

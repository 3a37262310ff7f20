package dev.tendril.layers.attention;

import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.AttentionContext;
import dev.tendril.api.layer.Compatibility;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.ScoredAttention;
import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/**
 * Bilinear product of query and memory (Luong et al. 2015, "general").
 * <pre>
 *   score_s = qᵀ W m_s
 * </pre>
 * Shapes: {@code q [B, Q]}, {@code m [B, S, D]}; the keys are W m. Parameters: {@code W [Q, D]}.
 */
public final class GeneralCompatibility implements Compatibility {
    private final Parameter weight;

    GeneralCompatibility(Parameters parameters, AttentionContext context) {
        this.weight = context.parameter(
                "W",
                Shape.of(context.querySize(), context.memorySize()),
                context.create(parameters.initializer(), "initializer"));
    }

    /**
     * Parameters of the attention by {@link GeneralCompatibility}.
     *
     * @param distribution turns scores into weights
     * @param initializer first values of W
     */
    public record Parameters(
            @Param("How scores become weights.") @Default("softmax")
            ComponentRef<Distribution<?>> distribution,

            @Param("First values of the weight.") @Default("xavier_uniform")
            ComponentRef<Initializer> initializer) {}

    @Override
    public Tensor keys(Tensor values) {
        return values.linear(weight);
    }

    @Override
    public Tensor scores(Tensor query, Tensor keys) {
        return DotCompatibility.products(query, keys);
    }

    static final class Provider implements AttentionProvider<Parameters> {
        @Override
        public String name() {
            return "general";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Bilinear product of query and memory (Luong et al. 2015).";
        }

        @Override
        public Attention<?, ?> create(Parameters parameters, AttentionContext context) {
            return new ScoredAttention<>(
                    new GeneralCompatibility(parameters, context),
                    context.distribution(parameters.distribution(), "distribution", context.querySize()));
        }
    }
}

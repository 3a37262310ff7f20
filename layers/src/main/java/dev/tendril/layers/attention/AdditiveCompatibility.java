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
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.initialization.Initializers;

/**
 * A small network over query and memory (Bahdanau et al. 2015).
 * <pre>
 *   score_s = vᵀ tanh(W₁ m_s + W₂ q + b)
 * </pre>
 * Shapes: {@code q [B, Q]}, {@code m [B, S, D]}; the keys are W₁ m. Parameters: {@code W1 [A, D]}, {@code W2 [A, Q]}, {@code b [A]},
 * {@code v [1, A]}.
 */
public final class AdditiveCompatibility implements Compatibility {
    private final Parameter memoryWeight;
    private final Parameter queryWeight;
    private final Parameter bias;
    private final Parameter readout;

    AdditiveCompatibility(Parameters parameters, AttentionContext context) {
        int units = parameters.units();
        Initializer initializer = context.create(parameters.initializer(), "initializer");
        this.memoryWeight = context.parameter("W1", Shape.of(units, context.memorySize()), initializer);
        this.queryWeight = context.parameter("W2", Shape.of(units, context.querySize()), initializer);
        this.bias = context.parameter("b", Shape.of(units), Initializers.filled(0));
        this.readout = context.parameter("v", Shape.of(1, units), initializer);
    }

    /**
     * Parameters of the attention by {@link AdditiveCompatibility}.
     *
     * @param units A
     * @param distribution turns scores into weights
     * @param initializer first values of W₁, W₂ and v
     */
    public record Parameters(
            @Param("Hidden units of the network that scores.") @Range(min = 1)
            int units,

            @Param("How scores become weights.") @Default("softmax")
            ComponentRef<Distribution<?>> distribution,

            @Param("First values of the weights.") @Default("xavier_uniform")
            ComponentRef<Initializer> initializer) {

        /** So many units, everything else by default. */
        public Parameters(int units) {
            this(units, Distributions.softmax(), Initializers.xavierUniform());
        }
    }

    @Override
    public Tensor keys(Tensor values) {
        return values.linear(memoryWeight);
    }

    @Override
    public Tensor scores(Tensor query, Tensor keys) {
        Tensor projected = query.linear(queryWeight, bias).unsqueeze(1); // [B, 1, A]
        return keys.plus(projected).tanh().linear(readout).squeeze(-1); // [B, S, A] → [B, S]
    }

    static final class Provider implements AttentionProvider<Parameters> {
        @Override
        public String name() {
            return "additive";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "A small network scores query and memory (Bahdanau et al. 2015).";
        }

        @Override
        public Attention<?, ?> create(Parameters parameters, AttentionContext context) {
            return new ScoredAttention<>(
                    new AdditiveCompatibility(parameters, context),
                    context.distribution(parameters.distribution(), "distribution", context.querySize()));
        }
    }
}

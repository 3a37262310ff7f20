package dev.tendril.plugin.attention.multiplicity;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Activation;
import dev.tendril.api.layer.Compatibility;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.FeatureContext;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.layer.ScoredAttention;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.PoolingProvider;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.plugin.attention.compatibility.Scores;
import dev.tendril.plugin.attention.compatibility.Zeros;

/**
 * Attention without a query from outside: what it asks for is learnt (Yang et al. 2016).
 * <pre>
 *   k_s = act(W m_s + b)
 *   a = distribution(vᵀ k_s)
 *   pooled = Σ_s a_s m_s
 * </pre>
 * Over the words of sentences, and then over the sentences, it is hierarchical attention. Shapes: {@code m [B, S, D]}, pooled
 * {@code [B, D]}. Parameters: {@code W [A, D]}, {@code b [A]}, {@code v [1, A]}; the query that the distribution sees is v.
 *
 * @param <S> what the distribution carries
 */
public final class AttentionPooling<S extends CellState> implements Pooling {
    private final Parameter weight;
    private final Parameter bias;
    private final Parameter query;
    private final Activation activation;
    private final ScoredAttention<S> attention;

    private AttentionPooling(Parameters parameters, FeatureContext context, Distribution<S> distribution) {
        int units = parameters.units();
        Initializer initializer = context.create(parameters.initializer(), "initializer");
        this.weight = context.parameter("W", Shape.of(units, context.features()), initializer);
        this.bias = context.parameter("b", Shape.of(units), Zeros.INITIALIZER);
        this.query = context.parameter("v", Shape.of(1, units), initializer);
        this.activation = context.create(parameters.activation(), "activation");
        this.attention = new ScoredAttention<>(new Learnt(), distribution);
    }

    /** vᵀ act(W m + b), the query being v. */
    private final class Learnt implements Compatibility {
        @Override
        public Tensor keys(Tensor values) {
            return activation.apply(values.linear(weight, bias));
        }

        @Override
        public Tensor scores(Tensor asked, Tensor keys) {
            return Scores.products(asked, keys);
        }
    }

    /**
     * Parameters of {@link AttentionPooling}.
     *
     * @param units A
     * @param activation act
     * @param distribution turns scores into weights
     * @param initializer first values of W and v
     */
    public record Parameters(
            @Param("Hidden units of the network that scores.") @Range(min = 1)
            int units,

            @Param("The elementwise function.") @Default("tanh")
            ComponentRef<Activation> activation,

            @Param("How scores become weights.") @Default("softmax")
            ComponentRef<Distribution<?>> distribution,

            @Param("First values of the weights.") @Default("xavier_uniform")
            ComponentRef<Initializer> initializer) {}

    @Override
    public Tensor pool(Sequence source, Pass pass) {
        ScoredAttention.Memory memory = attention.prepare(source, pass);
        Tensor asked =
                pass.attach(query).expand(Shape.of(source.rows(), query.shape().size(1))); // [B, A]
        return attention
                .attend(asked, memory, attention.initialState(memory, pass))
                .context();
    }

    /** Registers it. */
    public static PoolingProvider<Parameters> provider() {
        return new Provider();
    }

    private static final class Provider implements PoolingProvider<Parameters> {
        @Override
        public String name() {
            return "attention";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "The mean of the steps, weighed by a small network (Yang et al. 2016).";
        }

        @Override
        public Pooling create(Parameters parameters, FeatureContext context) {
            return new AttentionPooling<>(
                    parameters,
                    context,
                    context.distribution(parameters.distribution(), "distribution", parameters.units()));
        }
    }
}

package dev.tendril.plugin.attention.multiplicity;

import dev.tendril.api.cell.NoState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Activation;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.AttentionContext;
import dev.tendril.api.layer.ScoredAttention;
import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.plugin.attention.compatibility.Scores;
import dev.tendril.plugin.attention.compatibility.Zeros;

/**
 * A weight for every feature of every step (Shen et al. 2018).
 * <pre>
 *   e_s = W act(W₁ m_s + W₂ q + b)        a score for each feature
 *   a_{s,d} = softmax over s of e_{s,d}
 *   context_d = Σ_s a_{s,d} m_{s,d}
 *   weights: the mean of a over d
 * </pre>
 * Shapes: {@code q [B, Q]}, {@code m [B, S, D]}, {@code e, a [B, S, D]}. Parameters: {@code W1 [A, D]}, {@code W2 [A, Q]}, {@code b [A]},
 * {@code W [D, A]}. The distribution is the softmax: others weigh whole steps. The paper's second bias, which all steps have in common, is
 * left out, since a softmax over the steps does not depend on it.
 */
public final class MultiDimensional implements Attention<ScoredAttention.Memory, NoState> {
    private final Parameter memoryWeight;
    private final Parameter queryWeight;
    private final Parameter bias;
    private final Parameter weight;
    private final Activation activation;

    private MultiDimensional(Parameters parameters, AttentionContext context) {
        int units = parameters.units();
        int features = context.memorySize();
        Initializer initializer = context.create(parameters.initializer(), "initializer");
        this.memoryWeight = context.parameter("W1", Shape.of(units, features), initializer);
        this.queryWeight = context.parameter("W2", Shape.of(units, context.querySize()), initializer);
        this.bias = context.parameter("b", Shape.of(units), Zeros.INITIALIZER);
        this.weight = context.parameter("W", Shape.of(features, units), initializer);
        this.activation = context.create(parameters.activation(), "activation");
    }

    /**
     * Parameters of {@link MultiDimensional}.
     *
     * @param units A
     * @param activation act
     * @param initializer first values of W, W₁ and W₂
     */
    public record Parameters(
            @Param("Hidden units of the network that scores.") @Range(min = 1)
            int units,

            @Param("The elementwise function.") @Default("tanh")
            ComponentRef<Activation> activation,

            @Param("First values of the weights.") @Default("xavier_uniform")
            ComponentRef<Initializer> initializer) {}

    @Override
    public ScoredAttention.Memory prepare(Sequence source, Pass pass) {
        Tensor values = source.zeroPadded(pass).values();
        return new ScoredAttention.Memory(values.linear(memoryWeight), values, source.mask(pass));
    }

    @Override
    public NoState initialState(ScoredAttention.Memory memory, Pass pass) {
        return new NoState();
    }

    @Override
    public Attended<NoState> attend(Tensor query, ScoredAttention.Memory memory, NoState previous) {
        if (memory.mask().shape().size(1) == 0) {
            return new Attended<>(memory.values().sum(1), memory.mask(), previous);
        }
        Tensor projected = query.linear(queryWeight, bias).unsqueeze(1); // [B, 1, A]
        Tensor hidden = activation.apply(memory.keys().plus(projected)); // [B, S, A]
        Tensor scores = Scores.transposed(hidden, weight); // [B, D, S]
        Tensor weights = scores.maskedSoftmax(memory.mask().unsqueeze(1)); // [B, D, S]
        Tensor context = weights.times(memory.values().transpose(1, 2)).sum(-1); // [B, D]
        return new Attended<>(context, weights.mean(1), previous);
    }

    /** Registers it. */
    public static AttentionProvider<Parameters> provider() {
        return new Provider();
    }

    private static final class Provider implements AttentionProvider<Parameters> {
        @Override
        public String name() {
            return "multi_dimensional";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "A weight for every feature of every step (Shen et al. 2018).";
        }

        @Override
        public Attention<?, ?> create(Parameters parameters, AttentionContext context) {
            return new MultiDimensional(parameters, context);
        }
    }
}

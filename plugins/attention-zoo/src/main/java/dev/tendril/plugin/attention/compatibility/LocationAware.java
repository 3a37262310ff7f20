package dev.tendril.plugin.attention.compatibility;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.AttentionContext;
import dev.tendril.api.layer.Distribution;
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

/**
 * Additive attention that also sees, around each step, the weights of the look before (Chorowski et al. 2015).
 * <pre>
 *   f_s = Σ_j F_j a_{s+j}                j = −r … r, a the weights of the look before
 *   score_s = vᵀ tanh(W q + V m_s + U f_s + b)
 * </pre>
 * Before the first look a is 0, as it is beyond both ends. Shapes: {@code q [B, Q]}, {@code m [B, S, D]}, {@code f [B, S, K]}; the keys
 * are V m. Parameters: {@code W [A, Q]}, {@code V [A, D]}, {@code U [A, K]}, {@code F [K, 2r + 1]}, {@code b [A]}, {@code v [1, A]}.
 *
 * @param <S> what the distribution carries
 */
public final class LocationAware<S extends CellState>
        implements Attention<ScoredAttention.Memory, LocationAware.State<S>> {
    private final Weights weights;
    private final Distribution<S> distribution;
    private final int radius;

    private LocationAware(Weights weights, Distribution<S> distribution, int radius) {
        this.weights = weights;
        this.distribution = distribution;
        this.radius = radius;
    }

    /** What is learnt, as the equation names it. */
    private record Weights(
            Parameter query,
            Parameter memory,
            Parameter location,
            Parameter filters,
            Parameter bias,
            Parameter readout) {
        static Weights of(Parameters parameters, AttentionContext context) {
            int units = parameters.units();
            int filters = parameters.filters();
            Initializer initializer = context.create(parameters.initializer(), "initializer");
            return new Weights(
                    context.parameter("W", Shape.of(units, context.querySize()), initializer),
                    context.parameter("V", Shape.of(units, context.memorySize()), initializer),
                    context.parameter("U", Shape.of(units, filters), initializer),
                    context.parameter("F", Shape.of(filters, 2 * parameters.radius() + 1), initializer),
                    context.parameter("b", Shape.of(units), Zeros.INITIALIZER),
                    context.parameter("v", Shape.of(1, units), initializer));
        }
    }

    /**
     * Parameters of {@link LocationAware}.
     *
     * @param units A
     * @param filters K
     * @param radius r
     * @param distribution turns scores into weights
     * @param initializer first values of all weights
     */
    public record Parameters(
            @Param("Hidden units of the network that scores.") @Range(min = 1)
            int units,

            @Param("Filters over the weights of the look before.") @Default("10") @Range(min = 1)
            int filters,

            @Param("Steps that a filter sees on each side of its middle.") @Default("2") @Range(min = 0)
            int radius,

            @Param("How scores become weights.") @Default("softmax")
            ComponentRef<Distribution<?>> distribution,

            @Param("First values of the weights.") @Default("xavier_uniform")
            ComponentRef<Initializer> initializer) {}

    /**
     * What is carried from look to look.
     *
     * @param weights of the look before, [B, S]
     * @param distribution what the distribution carries
     * @param <S> the state of the distribution
     */
    public record State<S extends CellState>(Tensor weights, S distribution) implements CellState {}

    @Override
    public ScoredAttention.Memory prepare(Sequence source, Pass pass) {
        Tensor values = source.zeroPadded(pass).values();
        return new ScoredAttention.Memory(values.linear(weights.memory()), values, source.mask(pass));
    }

    @Override
    public State<S> initialState(ScoredAttention.Memory memory, Pass pass) {
        return new State<>(pass.zeros(memory.mask().shape()), distribution.initialState(memory.mask(), pass));
    }

    @Override
    public Attended<State<S>> attend(Tensor query, ScoredAttention.Memory memory, State<S> previous) {
        if (memory.mask().shape().size(1) == 0) {
            return new Attended<>(memory.values().sum(1), memory.mask(), previous);
        }
        Distribution.Weighed<S> weighed = distribution.weigh(
                query, scores(query, memory.keys(), previous.weights()), memory.mask(), previous.distribution());
        Tensor context =
                weighed.weights().unsqueeze(1).matmul(memory.values()).squeeze(1); // [B, 1, S] [B, S, D] → [B, D]
        return new Attended<>(context, weighed.weights(), new State<>(weighed.weights(), weighed.state()));
    }

    private Tensor scores(Tensor query, Tensor keys, Tensor before) {
        Pass pass = query.pass();
        Tensor window = Windows.of(before.unsqueeze(-1), radius); // [B, S, 2r + 1]
        Tensor filter = pass.attach(weights.location()).matmul(pass.attach(weights.filters())); // [A, 2r + 1]
        Tensor projected = query.linear(weights.query(), weights.bias()).unsqueeze(1); // [B, 1, A]
        return keys.plus(projected)
                .plus(Scores.linear(window, filter))
                .tanh()
                .linear(weights.readout())
                .squeeze(-1); // [B, S, A] → [B, S]
    }

    /** Registers it. */
    public static AttentionProvider<Parameters> provider() {
        return new Provider();
    }

    private static final class Provider implements AttentionProvider<Parameters> {
        @Override
        public String name() {
            return "location_aware";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Additive, and aware of the weights of the look before (Chorowski et al. 2015).";
        }

        @Override
        public Attention<?, ?> create(Parameters parameters, AttentionContext context) {
            return new LocationAware<>(
                    Weights.of(parameters, context),
                    context.distribution(parameters.distribution(), "distribution", context.querySize()),
                    parameters.radius());
        }
    }
}

package dev.tendril.plugin.attention.multiplicity;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Expect;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.List;

/**
 * Two sequences that look at each other (Lu et al. 2016, "parallel co-attention").
 * <pre>
 *   C = tanh(q_tᵀ W_b v_s)                              affinity, [T, S]
 *   H_v = tanh(W_v v_s + Σ_t C_{t,s} W_q q_t)           H_q = tanh(W_q q_t + Σ_s C_{t,s} W_v v_s)
 *   a_v = distribution(w_vᵀ H_v)                        a_q = distribution(w_qᵀ H_q)
 *   output {@code first} = Σ_s a_{v,s} v_s              output {@code second} = Σ_t a_{q,t} q_t
 * </pre>
 * v stands at port {@code first}, q at port {@code second}. Shapes: {@code v [B, S, D]}, {@code q [B, T, E]}. Parameters:
 * {@code Wb [E, D]}, {@code Wv [A, D]}, {@code Wq [A, E]}, {@code wv [1, A]}, {@code wq [1, A]}. The distribution's query is w_v or w_q.
 *
 * @param <V> what the distribution over v carries
 * @param <Q> what the distribution over q carries
 */
public final class CoAttentionNode<V extends CellState, Q extends CellState> implements Node {
    private static final String FIRST = "first";
    private static final String SECOND = "second";

    private final Parameter affinity;
    private final Side<V> first;
    private final Side<Q> second;

    private CoAttentionNode(Parameter affinity, Side<V> first, Side<Q> second) {
        this.affinity = affinity;
        this.first = first;
        this.second = second;
    }

    /**
     * What one of the sequences has of its own.
     *
     * @param projection W_v or W_q
     * @param readout w_v or w_q
     * @param distribution turns scores into weights
     * @param <S> what the distribution carries
     */
    private record Side<S extends CellState>(Parameter projection, Parameter readout, Distribution<S> distribution) {
        /** The weighted mean of this side, given its projection, and what it sees of the other's. */
        Tensor seen(Sequence own, Tensor projected, Tensor other, Pass pass) {
            if (own.shape().size(1) == 0) {
                return own.values().sum(1);
            }
            Tensor mask = own.mask(pass);
            Tensor scores = projected.plus(other).tanh().linear(readout).squeeze(-1); // [B, S, A] → [B, S]
            Shape query = Shape.of(own.rows(), readout.shape().size(1));
            Tensor weights = distribution
                    .weigh(pass.attach(readout).expand(query), scores, mask, distribution.initialState(mask, pass))
                    .weights();
            return weights.unsqueeze(1).matmul(own.values()).squeeze(1); // [B, D]
        }
    }

    /**
     * Parameters of {@link CoAttentionNode}.
     *
     * @param units A
     * @param distribution turns scores into weights
     * @param initializer first values of all weights
     */
    public record Parameters(
            @Param("Hidden units of the network that scores.") @Range(min = 1)
            int units,

            @Param("How scores become weights.") @Default("softmax")
            ComponentRef<Distribution<?>> distribution,

            @Param("First values of the weights.") @Default("xavier_uniform")
            ComponentRef<Initializer> initializer) {}

    @Override
    public Values forward(Values inputs, Pass pass) {
        Sequence v = inputs.sequence(FIRST).zeroPadded(pass);
        Sequence q = inputs.sequence(SECOND).zeroPadded(pass);
        Tensor ofFirst = v.values().linear(first.projection()); // [B, S, A]
        Tensor ofSecond = q.values().linear(second.projection()); // [B, T, A]
        Tensor affine =
                q.values().matmul(affinity).matmul(v.values().transpose(1, 2)).tanh(); // [B, T, S], 0 in padding
        Tensor seenFirst = first.seen(v, ofFirst, affine.transpose(1, 2).matmul(ofSecond), pass);
        Tensor seenSecond = second.seen(q, ofSecond, affine.matmul(ofFirst), pass);
        return Values.of(FIRST, Sequence.vector(seenFirst)).and(SECOND, Sequence.vector(seenSecond));
    }

    /** Registers it. */
    public static NodeProvider<Parameters> provider() {
        return new Provider();
    }

    private static final class Provider implements NodeProvider<Parameters> {
        @Override
        public String name() {
            return "co_attention";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Two sequences that look at each other, each as a weighted mean of its steps (Lu et al. 2016).";
        }

        @Override
        public List<Port> ports(Parameters parameters) {
            return List.of(
                    Port.required(FIRST, "A sequence of vectors."),
                    Port.required(SECOND, "Another sequence of vectors."));
        }

        @Override
        public PortTypes infer(Parameters parameters, PortTypes inputs, Sizes nested) {
            return PortTypes.of(
                            FIRST,
                            EdgeType.vector(Expect.sequence(inputs, FIRST).features()))
                    .and(SECOND, EdgeType.vector(Expect.sequence(inputs, SECOND).features()));
        }

        @Override
        public Node create(Parameters parameters, NodeContext context) {
            int features = context.inputs().get(FIRST).features().intValue();
            int others = context.inputs().get(SECOND).features().intValue();
            Initializer initializer = context.create(parameters.initializer(), "initializer");
            Parameter affinity = context.parameter("Wb", Shape.of(others, features), initializer);
            int units = parameters.units();
            return node(
                    affinity,
                    new Side<>(
                            context.parameter("Wv", Shape.of(units, features), initializer),
                            context.parameter("wv", Shape.of(1, units), initializer),
                            context.distribution(parameters.distribution(), FIRST, units)),
                    new Side<>(
                            context.parameter("Wq", Shape.of(units, others), initializer),
                            context.parameter("wq", Shape.of(1, units), initializer),
                            context.distribution(parameters.distribution(), SECOND, units)));
        }

        private static <V extends CellState, Q extends CellState> Node node(
                Parameter affinity, Side<V> first, Side<Q> second) {
            return new CoAttentionNode<>(affinity, first, second);
        }
    }
}

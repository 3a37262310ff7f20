package dev.tendril.plugin.attention.multiplicity;

import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Expect;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
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
 * Structured self-attention: a sequence as several weighted means of its steps (Lin et al. 2017).
 * <pre>
 *   A = softmax over s of W₂ tanh(W₁ m_s)       [r, S], a row for each hop
 *   output = [A_1 m; …; A_r m]                  r vectors of D features, one behind the other
 *   penalty = ‖A Aᵀ − I‖²_F                     0 for a sequence without steps
 * </pre>
 * The penalty is large where hops look at the same steps; connect it to a head {@code penalty}. Shapes: {@code m [B, S, D]}, output
 * {@code [B, r D]}, penalty {@code [B, 1]}. Parameters: {@code W1 [A, D]}, {@code W2 [r, A]}.
 */
public final class SelfAttentionNode implements Node {
    private static final String PENALTY = "penalty";

    private final Parameter hidden;
    private final Parameter readout;

    private SelfAttentionNode(Parameters parameters, NodeContext context) {
        Initializer initializer = context.create(parameters.initializer(), "initializer");
        int features = context.inputs().get(Port.INPUT).features().intValue();
        this.hidden = context.parameter("W1", Shape.of(parameters.units(), features), initializer);
        this.readout = context.parameter("W2", Shape.of(parameters.hops(), parameters.units()), initializer);
    }

    /**
     * Parameters of {@link SelfAttentionNode}.
     *
     * @param units A
     * @param hops r
     * @param initializer first values of W₁ and W₂
     */
    public record Parameters(
            @Param("Hidden units of the network that scores.") @Range(min = 1)
            int units,

            @Param("Number of weighted means.") @Range(min = 1)
            int hops,

            @Param("First values of the weights.") @Default("xavier_uniform")
            ComponentRef<Initializer> initializer) {}

    @Override
    public Values forward(Values inputs, Pass pass) {
        Sequence source = inputs.sequence(Port.INPUT).zeroPadded(pass);
        int rows = source.rows();
        int hops = readout.shape().size(0);
        Tensor values = source.values();
        if (values.shape().size(1) == 0) {
            Tensor nothing = pass.zeros(Shape.of(rows, hops * values.shape().size(2)));
            return outputs(nothing, pass.zeros(Shape.of(rows, 1)));
        }
        Tensor scores = values.linear(hidden).tanh().linear(readout).transpose(1, 2); // [B, r, S]
        Tensor weights = scores.maskedSoftmax(source.mask(pass).unsqueeze(1));
        Tensor seen = weights.matmul(values).flatten(1, 2); // [B, r, D] → [B, r D]
        return outputs(seen, penalty(weights, source, pass));
    }

    private static Tensor penalty(Tensor weights, Sequence source, Pass pass) {
        int hops = weights.shape().size(1);
        Tensor unit = pass.tensor(Shape.of(hops, hops), (int at) -> at / hops == at % hops ? 1 : 0);
        Tensor shared = weights.matmul(weights.transpose(1, 2)).minus(unit); // [B, r, r]
        Tensor any = pass.tensor(
                Shape.of(source.rows(), 1),
                (int row) -> Math.min(1, source.lengths().get(0).at(row)));
        return shared.square().flatten(1, 2).sum(-1).unsqueeze(-1).times(any); // [B, 1]
    }

    private static Values outputs(Tensor seen, Tensor penalty) {
        return Values.of(Port.OUTPUT, Sequence.vector(seen)).and(PENALTY, Sequence.vector(penalty));
    }

    /** Registers it. */
    public static NodeProvider<Parameters> provider() {
        return new Provider();
    }

    private static final class Provider implements NodeProvider<Parameters> {
        @Override
        public String name() {
            return "self_attention";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "A sequence as several weighted means of its steps, and a penalty where they are alike (Lin et al. 2017).";
        }

        @Override
        public List<Port> ports(Parameters parameters) {
            return List.of(Port.required(Port.INPUT, "The sequence of vectors."));
        }

        @Override
        public PortTypes infer(Parameters parameters, PortTypes inputs, Sizes nested) {
            Size features = Expect.sequence(inputs, Port.INPUT).features();
            return PortTypes.output(EdgeType.vector(features.times(parameters.hops())))
                    .and(PENALTY, EdgeType.vector(Size.of(1)));
        }

        @Override
        public Node create(Parameters parameters, NodeContext context) {
            return new SelfAttentionNode(parameters, context);
        }
    }
}

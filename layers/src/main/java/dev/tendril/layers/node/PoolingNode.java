package dev.tendril.layers.node;

import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Expect;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.List;

/**
 * One vector from each sequence, by a chosen pooling; of two time axes the inner one is pooled: [B, T, D] to [B, O], [B, S, W, D] to
 * [B, S, O].
 */
public final class PoolingNode implements Node {
    private final Pooling pooling;

    PoolingNode(Pooling pooling) {
        this.pooling = pooling;
    }

    /**
     * Parameters of {@link PoolingNode}.
     *
     * @param method of pooling
     */
    public record Parameters(
            @Param("How the steps of a sequence become one vector.")
            ComponentRef<Pooling> method) {}

    @Override
    public Values forward(Values inputs, Pass pass) {
        Sequence source = inputs.sequence(Port.INPUT).in(pass);
        Sequence pooled = source.levels() == 1 ? Sequence.vector(pooling.pool(source, pass)) : poolInner(source, pass);
        return Values.of(Port.OUTPUT, pooled);
    }

    private Sequence poolInner(Sequence source, Pass pass) {
        Shape shape = source.shape();
        Sequence rows =
                Sequence.of(source.values().flatten(0, 1), source.lengths().get(1)); // [B · S, W, D]
        Tensor pooled = pooling.pool(rows, pass); // [B · S, O]
        Shape split = Shape.of(shape.size(0), shape.size(1), pooled.shape().size(1));
        return Sequence.of(pooled.reshape(split), source.lengths().get(0));
    }

    static final class Provider implements NodeProvider<Parameters> {
        @Override
        public String name() {
            return "pooling";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "One vector from each sequence.";
        }

        @Override
        public List<Port> ports(Parameters parameters) {
            return List.of(Port.required(Port.INPUT, "The vectors; the innermost time axis is pooled."));
        }

        @Override
        public PortTypes infer(Parameters parameters, PortTypes inputs, Sizes nested) {
            EdgeType input = Expect.vectors(inputs, Port.INPUT);
            if (input.levels() == 0) {
                throw new InvalidGraph(
                        Port.INPUT,
                        InvalidGraph.Kind.KIND_MISMATCH,
                        "port 'input' wants a sequence of vectors, T × real[D]; it is connected to " + input);
            }
            Size features = nested.pooling(parameters.method(), input.features());
            List<String> outer = input.axes().subList(0, input.levels() - 1);
            return PortTypes.output(new EdgeType(outer, input.element()).withFeatures(features));
        }

        @Override
        public Node create(Parameters parameters, NodeContext context) {
            return new PoolingNode(context.pooling(
                    parameters.method(),
                    "method",
                    context.inputs().get(Port.INPUT).features().intValue()));
        }
    }
}

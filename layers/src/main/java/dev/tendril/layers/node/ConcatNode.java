package dev.tendril.layers.node;

import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Expect;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.Remark;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Vectors side by side: [..., D₁], [..., D₂], … over the same time axes to [..., D₁ + D₂ + …].
 */
public final class ConcatNode implements Node {
    @Override
    public Values forward(Values inputs, Pass pass) {
        List<Tensor> parts = new ArrayList<>();
        for (Value value : inputs.all(Port.INPUT)) {
            parts.add(((Sequence) value).in(pass).values());
        }
        Tensor first = parts.remove(0);
        Sequence shape = inputs.sequence(Port.INPUT);
        return Values.of(Port.OUTPUT, shape.with(first.concat(-1, parts.toArray(Tensor[]::new))));
    }

    static final class Provider implements NodeProvider<NoParameters> {
        @Override
        public String name() {
            return "concat";
        }

        @Override
        public Class<NoParameters> parameters() {
            return NoParameters.class;
        }

        @Override
        public String description() {
            return "Vectors side by side.";
        }

        @Override
        public List<Port> ports(NoParameters parameters) {
            return List.of(new Port(Port.INPUT, "The vectors, all over the same time axes.", true, true));
        }

        @Override
        public PortTypes infer(NoParameters parameters, PortTypes inputs, Sizes nested) {
            List<EdgeType> parts = inputs.types().getOrDefault(Port.INPUT, List.of());
            EdgeType first = Expect.vectors(inputs, Port.INPUT);
            Size features = Size.of(0);
            for (EdgeType part : parts) {
                EdgeType vectors = Expect.vectors(PortTypes.of(Port.INPUT, part), Port.INPUT);
                if (!vectors.axes().equals(first.axes())) {
                    throw new InvalidGraph(
                            Port.INPUT,
                            InvalidGraph.Kind.KIND_MISMATCH,
                            "port 'input' wants vectors over the same time axes; it is connected to " + first
                                    + " and to " + vectors);
                }
                features = features.plus(vectors.features());
            }
            return PortTypes.output(first.withFeatures(features));
        }

        @Override
        public List<Remark> remarks(NoParameters parameters, PortTypes inputs) {
            return inputs.types().getOrDefault(Port.INPUT, List.of()).size() == 1
                    ? List.of(new Remark("", "one input has nothing beside it; connect more, or remove the node"))
                    : List.of();
        }

        @Override
        public Node create(NoParameters parameters, NodeContext context) {
            return new ConcatNode();
        }
    }
}

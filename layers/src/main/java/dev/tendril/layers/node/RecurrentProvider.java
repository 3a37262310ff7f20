package dev.tendril.layers.node;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Expect;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.Sizes;
import java.util.List;

/** Registers {@link RecurrentNode}. */
final class RecurrentProvider implements NodeProvider<RecurrentParameters> {
    @Override
    public String name() {
        return "recurrent";
    }

    @Override
    public Class<RecurrentParameters> parameters() {
        return RecurrentParameters.class;
    }

    @Override
    public String description() {
        return "Recurrent layers over a sequence, in one direction or in both.";
    }

    @Override
    public List<Port> ports(RecurrentParameters parameters) {
        return List.of(Port.required(Port.INPUT, "The sequence of vectors."));
    }

    @Override
    public PortTypes infer(RecurrentParameters parameters, PortTypes inputs, Sizes nested) {
        EdgeType input = Expect.sequence(inputs, Port.INPUT);
        Size features = input.features();
        for (int layer = 0; layer < parameters.layers(); layer++) {
            Size below = features;
            Size outputs = nested.cell(parameters.cell(), below);
            features = parameters.bidirectional() ? outputs.times(2) : outputs;
            if (parameters.residual() && layer > 0) {
                Expect.equal(
                        Port.INPUT, features, below, "the input of layer " + layer + ", for its residual connection,");
            }
        }
        return PortTypes.output(input.withFeatures(features)).and(RecurrentNode.FINAL, EdgeType.vector(features));
    }

    @Override
    public boolean stepwise(RecurrentParameters parameters) {
        return !parameters.bidirectional();
    }

    @Override
    public boolean resumable(RecurrentParameters parameters) {
        return stepwise(parameters);
    }

    @Override
    public Node create(RecurrentParameters parameters, NodeContext context) {
        return new RecurrentNode(parameters, context);
    }
}

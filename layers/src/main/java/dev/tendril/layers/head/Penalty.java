package dev.tendril.layers.head;

import dev.tendril.api.graph.Expect;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Head;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.HeadProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Adds to the loss what another node computes, and predicts nothing.
 * <pre>
 *   loss = Σ over examples and features of x
 * </pre>
 * Shapes: {@code x [B, D]}. Its mean is over the examples. How much it counts is the {@code weight} of the node.
 */
public final class Penalty implements Head.Penalizing {
    Penalty() {}

    @Override
    public Values forward(Values inputs, Pass pass) {
        return Values.none();
    }

    @Override
    public Tensor loss(Values inputs, Pass pass) {
        return inputs.sequence(Port.INPUT).in(pass).values().sum();
    }

    static final class Provider implements HeadProvider<NoParameters> {
        @Override
        public String name() {
            return "penalty";
        }

        @Override
        public Class<NoParameters> parameters() {
            return NoParameters.class;
        }

        @Override
        public String description() {
            return "Adds to the loss what another node computes, times the node's weight; it predicts nothing.";
        }

        @Override
        public List<Port> ports(NoParameters parameters) {
            return List.of(Port.required(Port.INPUT, "What is to become small: a vector for each example."));
        }

        @Override
        public PortTypes infer(NoParameters parameters, PortTypes inputs, Sizes nested) {
            Expect.vector(inputs, Port.INPUT);
            return new PortTypes(Map.of());
        }

        @Override
        public Head create(NoParameters parameters, NodeContext context) {
            return new Penalty();
        }
    }
}

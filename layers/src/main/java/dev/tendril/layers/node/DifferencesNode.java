package dev.tendril.layers.node;

import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.Expect;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.List;

/**
 * How a series changes: what remains of it when its level is taken away (Box and Jenkins 1970).
 * <pre>
 *   y_t = x_t − x_{t−1}      y₀ = 0
 * </pre>
 * Shapes: {@code x [B, T, D]}, {@code y [B, T, D]}.
 */
public final class DifferencesNode implements Node {
    @Override
    public Values forward(Values inputs, Pass pass) {
        Sequence sequence = inputs.sequence(Port.INPUT).in(pass);
        Tensor x = sequence.values();
        int steps = x.shape().size(1);
        if (steps == 0) {
            return Values.of(Port.OUTPUT, sequence);
        }
        Tensor first = pass.zeros(Shape.of(x.shape().size(0), 1, x.shape().size(2)));
        Tensor changes = x.slice(1, 1, steps).minus(x.slice(1, 0, steps - 1)); // [B, T − 1, D]
        return Values.of(Port.OUTPUT, sequence.with(steps == 1 ? first : first.concat(1, changes)));
    }

    static final class Provider implements NodeProvider<NoParameters> {
        @Override
        public String name() {
            return "differences";
        }

        @Override
        public Class<NoParameters> parameters() {
            return NoParameters.class;
        }

        @Override
        public String description() {
            return "How much every step of a sequence differs from the one before; the first step is zeros.";
        }

        @Override
        public List<Port> ports(NoParameters parameters) {
            return List.of(Port.required(Port.INPUT, "The sequence of vectors."));
        }

        @Override
        public PortTypes infer(NoParameters parameters, PortTypes inputs, Sizes nested) {
            return PortTypes.output(Expect.sequence(inputs, Port.INPUT));
        }

        @Override
        public Node create(NoParameters parameters, NodeContext context) {
            return new DifferencesNode();
        }
    }
}

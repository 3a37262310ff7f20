package dev.tendril.layers.node;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import java.util.List;

/**
 * The real steps of each row in reverse order, ids or vectors (Sutskever et al. 2014 reverse the source): step t of a row of length L
 * becomes step L − 1 − t; padding stays behind.
 *
 * <p>The time axis {@code T(x)} becomes {@code T(reversed x)}, and reversing again gives {@code T(x)}.
 */
public final class ReverseNode implements Node {
    private static final String REVERSED = "reversed ";

    @Override
    public Values forward(Values inputs, Pass pass) {
        Value source = inputs.get(Port.INPUT);
        Ids positions = positions(source.lengths().get(0), source.shape().size(1));
        Value reversed = source instanceof IdSequence ids
                ? reverse(ids, positions)
                : reverse(((Sequence) source).in(pass), positions);
        return Values.of(Port.OUTPUT, reversed);
    }

    private static Sequence reverse(Sequence source, Ids positions) {
        return source.with(source.values().steps(positions));
    }

    private static IdSequence reverse(IdSequence source, Ids positions) {
        int steps = source.shape().size(1);
        Ids reversed = Ids.of(source.shape(), at -> {
            int step = positions.at(at);
            return step < 0 ? 0 : source.ids().at(at / steps * steps + step);
        });
        return new IdSequence(reversed, source.lengths());
    }

    /** Where each step comes from, [B, T]; −1 in the padding. */
    private static Ids positions(Lengths lengths, int steps) {
        return Ids.of(Shape.of(lengths.rows(), steps), at -> Math.max(-1, lengths.at(at / steps) - 1 - at % steps));
    }

    private static String reversed(String axis) {
        return axis.startsWith(REVERSED) ? axis.substring(REVERSED.length()) : REVERSED + axis;
    }

    static final class Provider implements NodeProvider<NoParameters> {
        @Override
        public String name() {
            return "reverse";
        }

        @Override
        public Class<NoParameters> parameters() {
            return NoParameters.class;
        }

        @Override
        public String description() {
            return "The real steps of each row in reverse order.";
        }

        @Override
        public List<Port> ports(NoParameters parameters) {
            return List.of(Port.required(Port.INPUT, "A sequence of ids or vectors."));
        }

        @Override
        public PortTypes infer(NoParameters parameters, PortTypes inputs, Sizes nested) {
            EdgeType input = inputs.get(Port.INPUT);
            if (input.levels() != 1) {
                throw new InvalidGraph(
                        Port.INPUT,
                        InvalidGraph.Kind.KIND_MISMATCH,
                        "port 'input' wants a sequence with one time axis; it is connected to " + input);
            }
            return PortTypes.output(new EdgeType(List.of(reversed(input.axes().get(0))), input.element()));
        }

        @Override
        public Node create(NoParameters parameters, NodeContext context) {
            return new ReverseNode();
        }
    }
}

package dev.tendril.layers.node;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.Expect;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Stepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One feature for every possible id, 1 for the id that stands there and 0 for all others: ids [...] to vectors [..., V]. Of a set, 1
 * for every id in it: these are the numbers that a set holds.
 */
public final class OneHotNode implements Node {
    private final int vocabulary;

    OneHotNode(int vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public Values forward(Values inputs, Pass pass) {
        Sequence features = inputs.get(Port.INPUT) instanceof IdSequence ids
                ? new Sequence(oneHot(ids.ids(), pass), ids.lengths())
                : inputs.sequence(Port.INPUT).in(pass);
        return Values.of(Port.OUTPUT, features);
    }

    @Override
    public Optional<Stepper<?>> stepper() {
        return Optional.of(Stepper.pointwise(this));
    }

    /**
     * Compares each id, as a number, with 0…V − 1. Whole numbers below 2²⁴ are exact in float32, and no vocabulary is larger. Done by
     * operations, so that ids that exist only inside a trace will do.
     */
    private Tensor oneHot(Ids ids, Pass pass) {
        double[] numbers = IntStream.range(0, vocabulary).asDoubleStream().toArray();
        Tensor all = pass.engine().constant(Shape.of(vocabulary), numbers);
        Tensor number = pass.attach(all).unsqueeze(-1).rows(ids); // [..., 1]
        return number.minus(all).abs().greaterThan(0.5).oneMinus(); // [..., V]
    }

    static final class Provider implements NodeProvider<NoParameters> {
        @Override
        public String name() {
            return "one_hot";
        }

        @Override
        public Class<NoParameters> parameters() {
            return NoParameters.class;
        }

        @Override
        public String description() {
            return "One feature for every possible id.";
        }

        @Override
        public List<Port> ports(NoParameters parameters) {
            return List.of(Port.required(Port.INPUT, "The ids, or sets of ids."));
        }

        @Override
        public PortTypes infer(NoParameters parameters, PortTypes inputs, Sizes nested) {
            EdgeType given = inputs.get(Port.INPUT);
            EdgeType input = given.element() instanceof Element.IdSet ? given : Expect.ids(inputs, Port.INPUT);
            return PortTypes.output(input.withFeatures(input.vocabulary()));
        }

        @Override
        public boolean stepwise(NoParameters parameters) {
            return true;
        }

        @Override
        public boolean resumable(NoParameters parameters) {
            return true;
        }

        @Override
        public Node create(NoParameters parameters, NodeContext context) {
            return new OneHotNode(context.inputs().get(Port.INPUT).vocabulary().intValue());
        }
    }
}

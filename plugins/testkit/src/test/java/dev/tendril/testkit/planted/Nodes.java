package dev.tendril.testkit.planted;

import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Expect;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Head;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Stepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.HeadProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Nodes of a graph, right but for what their name says. */
final class Nodes {
    private Nodes() {}

    /** What one node does: all steps at once, and one step. */
    private record Doing(UnaryOperator<Tensor> whole, UnaryOperator<Tensor> step) implements Node {
        @Override
        public Values forward(Values inputs, Pass pass) {
            Sequence input = inputs.sequence(Port.INPUT).zeroPadded(pass);
            return Values.of(Port.OUTPUT, input.with(whole.apply(input.values())));
        }

        @Override
        public Optional<Stepper<?>> stepper() {
            return Optional.of(Stepper.pointwise(new Doing(step, step)));
        }
    }

    private record OfNode(String name, int more, boolean stepwise, Node node)
            implements Defective, NodeProvider<NoParameters> {
        @Override
        public List<Port> ports(NoParameters parameters) {
            return List.of(Port.required(Port.INPUT, "A sequence."));
        }

        @Override
        public PortTypes infer(NoParameters parameters, PortTypes inputs, Sizes nested) {
            EdgeType input = Expect.sequence(inputs, Port.INPUT);
            return PortTypes.output(input.withFeatures(input.features().plus(Size.of(more))));
        }

        @Override
        public boolean stepwise(NoParameters parameters) {
            return stepwise;
        }

        @Override
        public boolean resumable(NoParameters parameters) {
            return stepwise;
        }

        @Override
        public Node create(NoParameters parameters, NodeContext context) {
            return node;
        }
    }

    static List<NodeProvider<?>> all() {
        Doing right = new Doing(Tensor::tanh, Tensor::tanh);
        return List.of(
                new OfNode("right", 0, true, right),
                new OfNode("claims_another_size", 1, true, right),
                new OfNode("denies_its_stepper", 0, false, right),
                new OfNode("steps_otherwise", 0, true, new Doing(Tensor::tanh, Tensor::sigmoid)));
    }

    /** Softmax scores against a target of numbers. */
    private record Guessing(BinaryOperator<Tensor> distance, UnaryOperator<Tensor> shown) implements Head.Scoring {
        @Override
        public Values forward(Values inputs, Pass pass) {
            Sequence input = inputs.sequence(Port.INPUT).in(pass);
            return Values.of(Port.OUTPUT, input.with(shown.apply(input.values())));
        }

        @Override
        public Tensor loss(Values inputs, Pass pass) {
            return distance.apply(
                    inputs.sequence(Port.INPUT).in(pass).values(),
                    inputs.sequence(Port.TARGET).in(pass).values());
        }

        @Override
        public double lossWeight(Value target) {
            return target.rows();
        }

        @Override
        public Reading reading() {
            return Reading.PROBABILITIES;
        }
    }

    private record OfHead(String name, Head head) implements Defective, HeadProvider<NoParameters> {
        @Override
        public List<Port> ports(NoParameters parameters) {
            return List.of(Port.required(Port.INPUT, "A vector."), Port.required(Port.TARGET, "A vector."));
        }

        @Override
        public PortTypes infer(NoParameters parameters, PortTypes inputs, Sizes nested) {
            return PortTypes.output(Expect.vector(inputs, Port.INPUT));
        }

        @Override
        public Head create(NoParameters parameters, NodeContext context) {
            return head;
        }
    }

    static List<HeadProvider<?>> heads() {
        BinaryOperator<Tensor> sum = (x, target) -> x.minus(target).square().sum();
        return List.of(
                new OfHead("right_head", new Guessing(sum, Tensor::softmax)),
                new OfHead(
                        "averages",
                        new Guessing(
                                (x, target) -> sum.apply(x, target)
                                        .times(1.0 / x.shape().size(0)),
                                Tensor::softmax)),
                new OfHead("shows_scores", new Guessing(sum, x -> x)));
    }
}

package dev.tendril.contracts.kinds.every;

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
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.HeadProvider;
import dev.tendril.api.spi.LossProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Loss;
import java.util.List;

/** A node, a head and a loss. */
final class Nodes {
    private Nodes() {}

    /** y = a ⊙ x, a learnt. */
    static final class ScaledProvider extends Mine implements NodeProvider<NoParameters> {
        @Override
        public String description() {
            return "Scales every feature by a number that is learnt.";
        }

        @Override
        public List<Port> ports(NoParameters parameters) {
            return List.of(Port.required(Port.INPUT, "The vectors, over any number of time axes."));
        }

        @Override
        public PortTypes infer(NoParameters parameters, PortTypes inputs, Sizes nested) {
            return PortTypes.output(Expect.vectors(inputs, Port.INPUT));
        }

        @Override
        public Node create(NoParameters parameters, NodeContext context) {
            int features = context.inputs().get(Port.INPUT).features().intValue();
            Tensor scale = context.parameter("scale", Shape.of(features), Recurrences.filled(1));
            return (inputs, pass) -> {
                Sequence x = inputs.sequence(Port.INPUT).zeroPadded(pass);
                return Values.of(Port.OUTPUT, x.with(x.values().times(scale)));
            };
        }
    }

    /**
     * Parameters of {@link Summed}.
     *
     * @param loss compares the number with the target
     */
    record SummedParameters(
            @Param("Compares the number with the target.") ComponentRef<Loss> loss) {}

    /** One number for a vector: the weighted sum of its features. */
    record Summed(Tensor weight, Loss comparison) implements Head.Scoring {
        @Override
        public Values forward(Values inputs, Pass pass) {
            Sequence x = inputs.sequence(Port.INPUT).zeroPadded(pass);
            return Values.of(Port.OUTPUT, x.with(x.values().linear(weight)));
        }

        @Override
        public Tensor loss(Values inputs, Pass pass) {
            return comparison.of((Sequence) forward(inputs, pass).get(Port.OUTPUT), inputs.get(Port.TARGET), pass);
        }

        @Override
        public double lossWeight(Value target) {
            return comparison.weight(target);
        }

        @Override
        public Reading reading() {
            return Reading.NUMBERS;
        }
    }

    /** Registers {@link Summed}. */
    static final class SummedProvider implements HeadProvider<SummedParameters> {
        @Override
        public String name() {
            return "summed"; // nodes and heads share their names
        }

        @Override
        public Class<SummedParameters> parameters() {
            return SummedParameters.class;
        }

        @Override
        public String description() {
            return "One number for a vector: the weighted sum of its features.";
        }

        @Override
        public List<Port> ports(SummedParameters parameters) {
            return List.of(
                    Port.required(Port.INPUT, "The vector."), Port.required(Port.TARGET, "The number that is right."));
        }

        @Override
        public PortTypes infer(SummedParameters parameters, PortTypes inputs, Sizes nested) {
            EdgeType output = Expect.vector(inputs, Port.INPUT).withFeatures(Size.of(1));
            nested.loss(parameters.loss()).check(output, inputs.get(Port.TARGET));
            return PortTypes.output(output);
        }

        @Override
        public Head create(SummedParameters parameters, NodeContext context) {
            int features = context.inputs().get(Port.INPUT).features().intValue();
            Tensor weight = context.parameter("weight", Shape.of(1, features), Recurrences.filled(1.0 / features));
            return new Summed(weight, context.create(parameters.loss(), "loss"));
        }
    }

    /** Σ (y − t)². */
    static final class SquaredProvider extends Mine implements LossProvider<NoParameters> {
        @Override
        public String description() {
            return "The squared difference, for numbers without a time axis.";
        }

        @Override
        public Loss create(NoParameters parameters) {
            return new Loss() {
                @Override
                public void check(EdgeType output, EdgeType target) {
                    Expect.vector(PortTypes.of(Port.TARGET, target), Port.TARGET);
                    Expect.equal(Port.TARGET, output.features(), target.features(), "numbers");
                }

                @Override
                public Tensor of(Sequence output, Value target, Pass pass) {
                    return output.values()
                            .minus(((Sequence) target).values())
                            .square()
                            .sum();
                }

                @Override
                public double weight(Value target) {
                    return target.rows();
                }
            };
        }
    }
}

package dev.tendril.layers.head;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Expect;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Head;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.spi.HeadProvider;
import dev.tendril.api.spi.Sizes;
import java.util.List;

/** Registers {@link Regression}. */
final class RegressionProvider implements HeadProvider<RegressionParameters> {
    @Override
    public String name() {
        return "regression";
    }

    @Override
    public Class<RegressionParameters> parameters() {
        return RegressionParameters.class;
    }

    @Override
    public String description() {
        return "Numbers for each vector: of a whole sequence that was pooled, or of every step.";
    }

    @Override
    public List<Port> ports(RegressionParameters parameters) {
        return List.of(
                Port.required(Port.INPUT, "What the numbers are computed from: one vector, or one at every step."),
                Port.required(Port.TARGET, "The numbers that are right, over the time axes of the input."),
                Port.optional(
                        Regression.BASE,
                        "What the numbers are added to, such as the last value of a series: as many numbers, or one for all."));
    }

    @Override
    public PortTypes infer(RegressionParameters parameters, PortTypes inputs, Sizes nested) {
        Size numbers = Expect.vectors(inputs, Port.TARGET).features();
        PortTypes outputs = Readout.infer(inputs, numbers, "one vector of numbers", nested.loss(parameters.loss()));
        if (inputs.find(Regression.BASE).isPresent()) {
            checkBase(Expect.vectors(inputs, Regression.BASE), outputs.get(Port.OUTPUT));
        }
        return outputs;
    }

    private static void checkBase(EdgeType base, EdgeType output) {
        if (!base.axes().equals(output.axes())) {
            throw new InvalidGraph(
                    Regression.BASE,
                    InvalidGraph.Kind.KIND_MISMATCH,
                    "port 'base' wants a vector for each vector that is predicted, which is " + output
                            + "; it is connected to " + base);
        }
        if (!base.features().equals(Size.of(1))) {
            Expect.equal(Regression.BASE, output.features(), base.features(), "a vector, or one number,");
        }
    }

    @Override
    public Head create(RegressionParameters parameters, NodeContext context) {
        return new Regression(parameters, context);
    }
}

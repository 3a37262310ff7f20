package dev.tendril.layers.head;

import dev.tendril.api.graph.Expect;
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
                Port.required(Port.TARGET, "The numbers that are right, over the time axes of the input."));
    }

    @Override
    public PortTypes infer(RegressionParameters parameters, PortTypes inputs, Sizes nested) {
        Size numbers = Expect.vectors(inputs, Port.TARGET).features();
        return Readout.infer(inputs, numbers, "one vector of numbers", nested.loss(parameters.loss()));
    }

    @Override
    public Head create(RegressionParameters parameters, NodeContext context) {
        return new Regression(parameters, context);
    }
}

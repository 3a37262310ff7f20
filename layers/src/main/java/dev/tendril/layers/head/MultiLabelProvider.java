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

/** Registers {@link MultiLabel}. */
final class MultiLabelProvider implements HeadProvider<MultiLabelParameters> {
    @Override
    public String name() {
        return "multi_label";
    }

    @Override
    public Class<MultiLabelParameters> parameters() {
        return MultiLabelParameters.class;
    }

    @Override
    public String description() {
        return "Any number of classes for each vector: of a whole sequence that was pooled, or of every step.";
    }

    @Override
    public List<Port> ports(MultiLabelParameters parameters) {
        return List.of(
                Port.required(Port.INPUT, "What is classified: one vector, or one at every step."),
                Port.required(Port.TARGET, "The sets of classes that are right, over the time axes of the input."));
    }

    @Override
    public PortTypes infer(MultiLabelParameters parameters, PortTypes inputs, Sizes nested) {
        Size classes = Expect.idSets(inputs, Port.TARGET).vocabulary();
        return Readout.infer(inputs, classes, "one set of classes", nested.loss(parameters.loss()));
    }

    @Override
    public Head create(MultiLabelParameters parameters, NodeContext context) {
        return new MultiLabel(parameters, context);
    }
}

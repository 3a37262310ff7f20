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

/** Registers {@link Classifier}. */
final class ClassifierProvider implements HeadProvider<ClassifierParameters> {
    @Override
    public String name() {
        return "classifier";
    }

    @Override
    public Class<ClassifierParameters> parameters() {
        return ClassifierParameters.class;
    }

    @Override
    public String description() {
        return "One class for each vector: of a whole sequence that was pooled, or of every step.";
    }

    @Override
    public List<Port> ports(ClassifierParameters parameters) {
        return List.of(
                Port.required(Port.INPUT, "What is classified: one vector, or one at every step."),
                Port.required(Port.TARGET, "The classes that are right, over the time axes of the input."));
    }

    @Override
    public PortTypes infer(ClassifierParameters parameters, PortTypes inputs, Sizes nested) {
        Size classes = Expect.ids(inputs, Port.TARGET).vocabulary();
        return Readout.infer(inputs, classes, "one class", nested.loss(parameters.loss()));
    }

    @Override
    public Head create(ClassifierParameters parameters, NodeContext context) {
        return new Classifier(parameters, context);
    }
}

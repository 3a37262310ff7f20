package dev.tendril.layers.head;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Expect;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
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
        EdgeType target = Expect.ids(inputs, Port.TARGET);
        EdgeType input = target.levels() == 0 ? Expect.vector(inputs, Port.INPUT) : Expect.vectors(inputs, Port.INPUT);
        if (!input.axes().equals(target.axes())) {
            throw new InvalidGraph(
                    Port.TARGET,
                    InvalidGraph.Kind.KIND_MISMATCH,
                    "port 'target' wants one class for each vector of the input, which is " + input
                            + "; it is connected to " + target);
        }
        EdgeType output = input.withFeatures(target.vocabulary());
        nested.loss(parameters.loss()).check(output, target);
        return PortTypes.output(output);
    }

    @Override
    public Head create(ClassifierParameters parameters, NodeContext context) {
        return new Classifier(parameters, context);
    }
}

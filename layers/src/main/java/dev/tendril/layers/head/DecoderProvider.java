package dev.tendril.layers.head;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Expect;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Head;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.spi.HeadProvider;
import dev.tendril.api.spi.Sizes;
import java.util.List;

/** Registers {@link Decoder}. */
final class DecoderProvider implements HeadProvider<DecoderParameters> {
    @Override
    public String name() {
        return "decoder";
    }

    @Override
    public Class<DecoderParameters> parameters() {
        return DecoderParameters.class;
    }

    @Override
    public String description() {
        return "Generates a sequence token by token, each from those before and from what it is given.";
    }

    @Override
    public List<Port> ports(DecoderParameters parameters) {
        return List.of(
                Port.required(Port.TARGET, "The sequence that is right."),
                Port.optional("memory", "A sequence that the network looks into."),
                Port.optional("initial", "A vector that the network starts from."),
                Port.optional("context", "A vector that the network sees at every step."));
    }

    @Override
    public PortTypes infer(DecoderParameters parameters, PortTypes inputs, Sizes nested) {
        EdgeType target = Expect.idSequence(inputs, Port.TARGET);
        nested.requireStepper(parameters.embedding());
        nested.requireStepper(parameters.network());
        PortTypes embedded = nested.node(parameters.embedding(), PortTypes.of(Port.INPUT, target));
        PortTypes features =
                nested.node(parameters.network(), networkInputs(inputs, Expect.sequence(embedded, Port.OUTPUT)));
        EdgeType output = Expect.sequence(features, Port.OUTPUT).withFeatures(target.vocabulary());
        nested.loss(parameters.loss()).check(output, target);
        return PortTypes.output(output);
    }

    /** Types at the ports of the network: the embedded target, and whatever the decoder is given. */
    static PortTypes networkInputs(PortTypes inputs, EdgeType embedded) {
        PortTypes ports = PortTypes.of(Port.INPUT, embedded);
        for (String port : inputs.types().keySet()) {
            if (!port.equals(Port.TARGET)) {
                ports = ports.and(port, inputs.get(port));
            }
        }
        return ports;
    }

    @Override
    public boolean windowed(DecoderParameters parameters, Sizes nested) {
        return parameters.scheduledSampling() == 0
                && nested.resumable(parameters.embedding())
                && nested.resumable(parameters.network());
    }

    @Override
    public Head create(DecoderParameters parameters, NodeContext context) {
        return new Decoder(parameters, context);
    }
}

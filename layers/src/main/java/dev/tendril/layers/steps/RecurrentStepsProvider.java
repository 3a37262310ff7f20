package dev.tendril.layers.steps;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Expect;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.Sizes;
import dev.tendril.layers.steps.RecurrentStepsParameters.AttentionPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Registers {@link RecurrentSteps}. */
public final class RecurrentStepsProvider implements NodeProvider<RecurrentStepsParameters> {
    @Override
    public String name() {
        return "recurrent_steps";
    }

    @Override
    public Class<RecurrentStepsParameters> parameters() {
        return RecurrentStepsParameters.class;
    }

    @Override
    public String description() {
        return "The recurrent network of a decoder, with or without attention.";
    }

    @Override
    public List<Port> ports(RecurrentStepsParameters parameters) {
        List<Port> ports = new ArrayList<>();
        ports.add(Port.required(Port.INPUT, "The sequence of vectors."));
        if (parameters.attention().isPresent()) {
            ports.add(Port.required(RecurrentSteps.MEMORY, "The sequence that attention looks into."));
        }
        ports.add(Port.optional(RecurrentSteps.INITIAL, "A vector that the state starts from."));
        ports.add(Port.optional(RecurrentSteps.CONTEXT, "A vector that joins the input of every step."));
        return ports;
    }

    @Override
    public PortTypes infer(RecurrentStepsParameters parameters, PortTypes inputs, Sizes nested) {
        EdgeType input = Expect.sequence(inputs, Port.INPUT);
        if (inputs.find(RecurrentSteps.INITIAL).isPresent()) {
            Expect.vector(inputs, RecurrentSteps.INITIAL);
        }
        Size given = inputs.find(RecurrentSteps.CONTEXT).isPresent()
                ? Expect.vector(inputs, RecurrentSteps.CONTEXT).features()
                : Size.of(0);
        Size joined = input.features().plus(given);
        Size top = top(parameters, joined, nested);
        Optional<Size> seen = parameters
                .attention()
                .map(attention -> nested.attention(
                        attention,
                        top,
                        Expect.sequence(inputs, RecurrentSteps.MEMORY).features()));
        Size fed = seen.map(context -> fed(parameters, context, top)).orElse(Size.of(0));
        requireSteady(top, top(parameters, joined.plus(fed), nested));
        Size context = seen.filter(size -> parameters.attentionPosition() == AttentionPosition.BEFORE)
                .orElse(Size.of(0));
        return PortTypes.output(input.withFeatures(top.plus(context).plus(given)));
    }

    /** What attention adds to the input of the cell. */
    private static Size fed(RecurrentStepsParameters parameters, Size context, Size top) {
        if (parameters.attentionPosition() == AttentionPosition.BEFORE) {
            return context;
        }
        return parameters.inputFeeding() ? top : Size.of(0);
    }

    /** What joins the input is sized by the output, so the output must not be sized by the input. */
    private static void requireSteady(Size top, Size joined) {
        if (!joined.equals(top)) {
            throw new InvalidGraph(
                    Port.INPUT,
                    InvalidGraph.Kind.SIZE_MISMATCH,
                    "with attention, the output of the cell must not depend on the size of its input: it is " + top
                            + ", and " + joined + " once what was seen joins the input");
        }
    }

    private static Size top(RecurrentStepsParameters parameters, Size input, Sizes nested) {
        Size size = input;
        for (int layer = 0; layer < parameters.layers(); layer++) {
            size = nested.cell(parameters.cell(), size);
        }
        return size;
    }

    @Override
    public boolean stepwise(RecurrentStepsParameters parameters) {
        return true;
    }

    @Override
    public boolean resumable(RecurrentStepsParameters parameters) {
        return true;
    }

    @Override
    public Node create(RecurrentStepsParameters parameters, NodeContext context) {
        return new RecurrentSteps(new Assembly(parameters, context).cell());
    }
}

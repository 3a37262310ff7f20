package dev.tendril.layers.transformer;

import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.Expect;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Stepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Pass;
import java.util.List;
import java.util.Optional;

/**
 * The decoder of a Transformer (Vaswani et al. 2017): every step of the output has seen the steps of the input up to its own, and every
 * real step of the memory, if one is connected. Goes step by step with the keys and values of the steps before kept; a step's alignment
 * is the mean over the heads of the last layer's weights over the memory.
 *
 * <p>Shapes: input and output [B, T, D], memory [B, S, M]. Padding is never read. Parameters as {@link Assembly} says.
 */
public final class TransformerSteps implements Node {
    private final Network network;

    TransformerSteps(TransformerParameters parameters, NodeContext context) {
        this.network = new Assembly(parameters, context).decoder();
    }

    @Override
    public Values forward(Values inputs, Pass pass) {
        Sequence x = inputs.sequence(Port.INPUT).zeroPadded(pass);
        return Values.of(Port.OUTPUT, x.with(network.all(x, network.start(inputs, x.rows(), pass))));
    }

    @Override
    public Optional<Stepper<?>> stepper() {
        return Optional.of(new Steps(network));
    }

    /**
     * Step by step.
     *
     * @param network that steps
     */
    private record Steps(Network network) implements Stepper<Network.State> {
        @Override
        public Network.State initialState(Values inputs, int rows, Pass pass) {
            return network.start(inputs, rows, pass);
        }

        @Override
        public Stepped<Network.State> step(Value input, Network.State previous, Pass pass) {
            Sublayer.Stepped<Network.State> stepped =
                    network.step(((Sequence) input).in(pass).values(), previous);
            return new Stepped<>(Sequence.vector(stepped.output()), stepped.state(), stepped.alignment());
        }
    }

    static final class Provider implements NodeProvider<TransformerParameters> {
        @Override
        public String name() {
            return "transformer_steps";
        }

        @Override
        public Class<TransformerParameters> parameters() {
            return TransformerParameters.class;
        }

        @Override
        public String description() {
            return "The decoder of a Transformer: every step sees those before it, and a memory if one is connected"
                    + " (Vaswani et al. 2017).";
        }

        @Override
        public List<Port> ports(TransformerParameters parameters) {
            return List.of(
                    Port.required(Port.INPUT, "The sequence of vectors, as large as the units."),
                    Port.optional(MemoryAttention.PORT, "A sequence that every step looks into, of any size."));
        }

        @Override
        public PortTypes infer(TransformerParameters parameters, PortTypes inputs, Sizes nested) {
            if (inputs.find(MemoryAttention.PORT).isPresent()) {
                Expect.sequence(inputs, MemoryAttention.PORT);
            }
            return PortTypes.output(parameters.input(inputs));
        }

        @Override
        public boolean stepwise(TransformerParameters parameters) {
            return true;
        }

        @Override
        public Node create(TransformerParameters parameters, NodeContext context) {
            return new TransformerSteps(parameters, context);
        }
    }
}

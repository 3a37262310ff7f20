package dev.tendril.layers.transformer;

import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Pass;
import java.util.List;

/**
 * The encoder of a Transformer (Vaswani et al. 2017): every step of the output has seen every real step of the input.
 *
 * <p>Shapes: input and output [B, T, D]. Padding is never read. Parameters as {@link Assembly} says.
 */
public final class TransformerNode implements Node {
    private final Network network;

    TransformerNode(TransformerParameters parameters, NodeContext context) {
        this.network = new Assembly(parameters, context).encoder();
    }

    @Override
    public Values forward(Values inputs, Pass pass) {
        Sequence x = inputs.sequence(Port.INPUT).zeroPadded(pass);
        return Values.of(Port.OUTPUT, x.with(network.all(x, network.start(inputs, x.rows(), pass))));
    }

    static final class Provider implements NodeProvider<TransformerParameters> {
        @Override
        public String name() {
            return "transformer";
        }

        @Override
        public Class<TransformerParameters> parameters() {
            return TransformerParameters.class;
        }

        @Override
        public String description() {
            return "The encoder of a Transformer: every step sees the whole sequence (Vaswani et al. 2017).";
        }

        @Override
        public List<Port> ports(TransformerParameters parameters) {
            return List.of(Port.required(Port.INPUT, "The sequence of vectors, as large as the units."));
        }

        @Override
        public PortTypes infer(TransformerParameters parameters, PortTypes inputs, Sizes nested) {
            return PortTypes.output(parameters.input(inputs));
        }

        @Override
        public Node create(TransformerParameters parameters, NodeContext context) {
            return new TransformerNode(parameters, context);
        }
    }
}

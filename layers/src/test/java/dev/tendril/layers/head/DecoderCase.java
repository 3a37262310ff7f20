package dev.tendril.layers.head;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.layers.attention.AdditiveCompatibility;
import dev.tendril.layers.attention.Distributions;
import dev.tendril.layers.attention.GeneralCompatibility;
import dev.tendril.layers.cell.GruCell;
import dev.tendril.layers.cell.LstmCell;
import dev.tendril.layers.cell.VariationalDropoutCell;
import dev.tendril.layers.cell.ZoneoutCell;
import dev.tendril.layers.initialization.Initializers;
import dev.tendril.layers.node.EmbeddingNode;
import dev.tendril.layers.node.RecurrentParameters;
import dev.tendril.layers.steps.RecurrentStepsParameters;
import dev.tendril.layers.steps.RecurrentStepsParameters.AttentionPosition;
import dev.tendril.layers.testing.Components;
import dev.tendril.layers.testing.DecayCell;
import dev.tendril.layers.testing.Graphs;
import dev.tendril.layers.testing.Samples;
import dev.tendril.layers.testing.TestContext;
import dev.tendril.layers.transformer.TransformerParameters;
import dev.tendril.layers.transformer.TransformerParameters.Norm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A decoder that the contract is checked on.
 *
 * @param name for the report
 * @param network its network
 * @param embedding its embedding
 * @param ports which of memory, initial and context are connected
 * @param scheduledSampling how often it reads its own token
 */
record DecoderCase(
        String name,
        ComponentRef<Node> network,
        ComponentRef<Node> embedding,
        List<String> ports,
        double scheduledSampling) {
    static final int VOCABULARY = 7;
    static final int MEMORY = 5;
    static final int VECTOR = 2;
    static final int[] SOURCE_LENGTHS = {4, 0, 3};
    static final int SOURCE_STEPS = 4;
    static final int ROWS = SOURCE_LENGTHS.length;

    static Stream<DecoderCase> all() {
        ComponentRef<Cell<?>> gru = Components.cell("gru", new GruCell.Parameters(5));
        ComponentRef<Cell<?>> lstm = Components.cell("lstm", new LstmCell.Parameters(3));
        ComponentRef<Cell<?>> zoneout = Components.cell("zoneout", new ZoneoutCell.Parameters(lstm, 0.3));
        ComponentRef<Cell<?>> thinned = Components.cell(
                "variational_dropout",
                new VariationalDropoutCell.Parameters(Components.cell("decay", new DecayCell.Parameters(3)), 0.2, 0.3));
        ComponentRef<Attention<?, ?>> additive =
                Components.attention("additive", new AdditiveCompatibility.Parameters(3));
        ComponentRef<Attention<?, ?>> general = Components.attention(
                "general", new GeneralCompatibility.Parameters(Distributions.softmax(), Initializers.xavierUniform()));
        RecurrentStepsParameters plain = RecurrentStepsParameters.of(gru);
        RecurrentStepsParameters stacked =
                new RecurrentStepsParameters(zoneout, 2, 0.3, Optional.of(additive), AttentionPosition.BEFORE, false);
        RecurrentStepsParameters fed =
                new RecurrentStepsParameters(lstm, 2, 0.3, Optional.of(general), AttentionPosition.AFTER, true);
        return Stream.of(
                of("without anything given", plain, 0),
                of("a summary at every step", plain, 0, "initial", "context"),
                of("attention before the step", plain.attendingBefore(additive), 0, "memory", "initial"),
                of("zoneout, two layers, attention before", stacked, 0, "memory", "initial", "context"),
                of("attention after the step", plain.attendingAfter(general, false), 0, "memory"),
                of("input feeding", fed, 0, "memory", "initial"),
                of(
                        "a third party's thinned cell",
                        RecurrentStepsParameters.of(thinned).attendingBefore(additive),
                        0,
                        "memory",
                        "initial"),
                of("scheduled sampling", stacked, 0.5, "memory", "initial"),
                new DecoderCase(
                        "scheduled sampling of one-hot tokens",
                        Components.node("recurrent_steps", plain),
                        Components.node("one_hot", new NoParameters()),
                        List.of("initial"),
                        0.5),
                of("a Transformer alone", transformer(Norm.PRE), 0),
                of("a Transformer with a memory", transformer(Norm.POST), 0, "memory"),
                of("scheduled sampling of a Transformer", transformer(Norm.PRE), 0.5, "memory"),
                new DecoderCase(
                        "a plain recurrent node",
                        Components.node("recurrent", new RecurrentParameters(lstm, 2, false, 0.3, true)),
                        Components.node("embedding", new EmbeddingNode.Parameters(2)),
                        List.of(),
                        0));
    }

    private static DecoderCase of(
            String name, RecurrentStepsParameters network, double scheduledSampling, String... ports) {
        return new DecoderCase(
                name,
                Components.node("recurrent_steps", network),
                Components.node("embedding", new EmbeddingNode.Parameters(2)),
                List.of(ports),
                scheduledSampling);
    }

    private static DecoderCase of(
            String name, TransformerParameters network, double scheduledSampling, String... ports) {
        return new DecoderCase(
                name,
                Components.node("transformer_steps", network),
                Components.node("embedding", new EmbeddingNode.Parameters(network.units())),
                List.of(ports),
                scheduledSampling);
    }

    private static TransformerParameters transformer(Norm norm) {
        TransformerParameters usual = TransformerParameters.of(6, 2, 2);
        return new TransformerParameters(
                6,
                2,
                2,
                Optional.of(3),
                usual.positions(),
                norm,
                usual.normalization(),
                usual.activation(),
                0.3,
                usual.initializer());
    }

    DecoderParameters parameters() {
        return new DecoderParameters(
                embedding, network, Components.loss(), scheduledSampling, Initializers.xavierUniform());
    }

    PortTypes types() {
        PortTypes types = PortTypes.of(Port.TARGET, EdgeType.ids("target", Size.of(VOCABULARY)));
        for (String port : ports) {
            types = types.and(port, port.equals("memory") ? Graphs.sequence(MEMORY) : Graphs.vector(VECTOR));
        }
        return types;
    }

    Decoder make(ParameterStore store) {
        return new Decoder(parameters(), TestContext.of(store, types()));
    }

    /** What stands at the ports other than the target, with a given number in the padding of the memory. */
    Values given(Pass pass, double padding) {
        Values values = Values.none();
        for (String port : ports) {
            values = values.and(
                    port,
                    port.equals("memory")
                            ? Graphs.sequence(pass, SOURCE_LENGTHS, SOURCE_STEPS, MEMORY, padding)
                            : Sequence.vector(pass.tensor(Shape.of(ROWS, VECTOR), Samples.normal(6, ROWS * VECTOR))));
        }
        return values;
    }

    /** Targets of 4, 2 and 0 tokens. */
    static IdSequence target() {
        return IdSequence.of(List.of(new int[] {3, 5, 6, 4}, new int[] {5, 3}, new int[] {}));
    }

    @Override
    public String toString() {
        return name;
    }
}

package dev.tendril.layers.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.layers.testing.Components;
import dev.tendril.layers.testing.Graphs;
import dev.tendril.layers.testing.Plain;
import dev.tendril.layers.testing.Samples;
import dev.tendril.layers.testing.TestContext;
import dev.tendril.layers.testing.TestSizes;
import dev.tendril.layers.transformer.TransformerParameters.Norm;
import dev.tendril.tensor.TendrilEngine;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both nodes against an independent derivation, and what they say of themselves. */
class TransformerTest {
    private static final int UNITS = 6;
    private static final int MEMORY = 5;
    private static final int[] LENGTHS = {3, 0, 4};
    private static final int[] SOURCE_LENGTHS = {2, 3, 5};

    private final TendrilEngine engine = Samples.float64();
    private final ParameterStore store = Samples.store(engine);
    private final Pass pass = engine.open(PassOptions.inference());

    @AfterEach
    void close() {
        pass.close();
        engine.close();
    }

    @ParameterizedTest
    @EnumSource
    void theEncoderIsItsEquation(Norm norm) {
        Node node = make("transformer", norm, PortTypes.of(Port.INPUT, Graphs.sequence(UNITS)));
        PlainTransformer plain = new PlainTransformer(new Plain(store, "model.node"), parameters(norm));
        Sequence x = input();
        Sequence y = node.forward(Values.of(Port.INPUT, x), pass).sequence(Port.OUTPUT);
        for (int row = 0; row < LENGTHS.length; row++) {
            assertClose(steps(y, row), plain.encode(steps(x, row)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDecoderAloneIsItsEquation(Norm norm) {
        Node node = make("transformer_steps", norm, PortTypes.of(Port.INPUT, Graphs.sequence(UNITS)));
        PlainTransformer plain = new PlainTransformer(new Plain(store, "model.node"), parameters(norm));
        Sequence x = input();
        Sequence y = node.forward(Values.of(Port.INPUT, x), pass).sequence(Port.OUTPUT);
        for (int row = 0; row < LENGTHS.length; row++) {
            assertClose(steps(y, row), plain.decode(steps(x, row), new double[0][]));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDecoderWithAMemoryIsItsEquation(Norm norm) {
        Node node = make("transformer_steps", norm, decoderTypes());
        PlainTransformer plain = new PlainTransformer(new Plain(store, "model.node"), parameters(norm));
        Sequence x = input();
        Sequence memory = Graphs.sequence(pass, SOURCE_LENGTHS, 5, MEMORY, Double.NaN);
        Sequence y = node.forward(Values.of(Port.INPUT, x).and("memory", memory), pass)
                .sequence(Port.OUTPUT);
        for (int row = 0; row < LENGTHS.length; row++) {
            assertClose(steps(y, row), plain.decode(steps(x, row), steps(memory, row)));
        }
    }

    @Test
    void everyParameterHasItsPlace() {
        TransformerParameters single = TransformerParameters.of(UNITS, 3, 1);
        TestContext.of(store).node(Components.node("transformer_steps", single), "node", decoderTypes());
        assertThat(store.parameters())
                .extracting(TransformerTest::written)
                .containsExactlyInAnyOrder(
                        "layer0.self_attention.query.U [6, 6]",
                        "layer0.self_attention.key.U [6, 6]",
                        "layer0.self_attention.value.U [6, 6]",
                        "layer0.self_attention.output.U [6, 6]",
                        "layer0.self_attention.norm.gain [6]",
                        "layer0.self_attention.norm.bias [6]",
                        "layer0.memory_attention.query.U [6, 6]",
                        "layer0.memory_attention.key.U [6, 5]",
                        "layer0.memory_attention.value.U [6, 5]",
                        "layer0.memory_attention.output.U [6, 6]",
                        "layer0.memory_attention.norm.gain [6]",
                        "layer0.memory_attention.norm.bias [6]",
                        "layer0.feed_forward.inner.U [24, 6]",
                        "layer0.feed_forward.inner.b [24]",
                        "layer0.feed_forward.outer.U [6, 24]",
                        "layer0.feed_forward.outer.b [6]",
                        "layer0.feed_forward.norm.gain [6]",
                        "layer0.feed_forward.norm.bias [6]",
                        "norm.gain [6]",
                        "norm.bias [6]");
    }

    private static String written(Parameter parameter) {
        return parameter.path().substring("model.node.".length()) + " " + parameter.shape();
    }

    @Test
    void headsThatDoNotDivideTheUnitsAreRefused() {
        assertThatThrownBy(() -> TransformerParameters.of(30, 4, 1))
                .isInstanceOf(InvalidParameter.class)
                .hasMessage("4 heads cannot divide 30 units equally; use a divisor, such as 3");
    }

    @Test
    void anInputOfAnotherSizeIsRefused() {
        PortTypes types = PortTypes.of(Port.INPUT, Graphs.sequence(UNITS + 1));
        assertThatThrownBy(() -> new TestSizes().node(Components.node("transformer", parameters(Norm.PRE)), types))
                .isInstanceOf(InvalidGraph.class)
                .hasMessage("a Transformer of 6 units wants vectors of that size at port 'input', it is connected to"
                        + " vectors of size 7; make both equal, or put a linear node between");
    }

    @Test
    void onlyTheDecoderGoesStepByStep() {
        assertThat(new TransformerNode.Provider().stepwise(parameters(Norm.PRE)))
                .isFalse();
        assertThat(make("transformer", Norm.PRE, PortTypes.of(Port.INPUT, Graphs.sequence(UNITS)))
                        .stepper())
                .isEmpty();
        assertThat(new TransformerSteps.Provider().stepwise(parameters(Norm.PRE)))
                .isTrue();
    }

    private static TransformerParameters parameters(Norm norm) {
        TransformerParameters usual = TransformerParameters.of(UNITS, 2, 2);
        return new TransformerParameters(
                UNITS,
                2,
                2,
                Optional.of(7),
                usual.positions(),
                norm,
                usual.normalization(),
                usual.activation(),
                0,
                usual.initializer());
    }

    private static PortTypes decoderTypes() {
        return PortTypes.of(Port.INPUT, Graphs.sequence(UNITS)).and("memory", Graphs.sequence(MEMORY));
    }

    private Node make(String name, Norm norm, PortTypes types) {
        Node node = TestContext.of(store).node(Components.node(name, parameters(norm)), "node", types);
        Samples.shake(engine, store);
        return node;
    }

    private Sequence input() {
        return Graphs.sequence(pass, LENGTHS, 4, UNITS, Double.NaN);
    }

    /** The real steps of a row. */
    private static double[][] steps(Sequence sequence, int row) {
        int features = sequence.shape().size(-1);
        double[] numbers = sequence.values().at(0, row).toDoubles();
        double[][] steps = new double[sequence.lengths().get(0).at(row)][];
        for (int t = 0; t < steps.length; t++) {
            steps[t] = Arrays.copyOfRange(numbers, t * features, (t + 1) * features);
        }
        return steps;
    }

    private static void assertClose(double[][] actual, double[][] expected) {
        assertThat(actual).hasDimensions(expected.length, expected.length == 0 ? 0 : UNITS);
        for (int t = 0; t < expected.length; t++) {
            assertThat(actual[t]).containsExactly(expected[t], within(1e-10)); // two layers, sums of some ten terms
        }
    }
}

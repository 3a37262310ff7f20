package dev.tendril.layers.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Stepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.activation.Activations;
import dev.tendril.layers.initialization.Initializers;
import dev.tendril.layers.testing.Components;
import dev.tendril.layers.testing.Graphs;
import dev.tendril.layers.testing.Plain;
import dev.tendril.layers.testing.Samples;
import dev.tendril.layers.testing.TestContext;
import dev.tendril.layers.testing.TestSizes;
import dev.tendril.tensor.TendrilEngine;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodeTest {
    private final TendrilEngine engine = Samples.float64();
    private final ParameterStore store = Samples.store(engine);
    private final Pass pass = engine.open(PassOptions.inference());

    @AfterEach
    void close() {
        pass.close();
        engine.close();
    }

    @Test
    void anEmbeddingLooksRowsUp() {
        IdSequence ids = IdSequence.of(List.of(new int[] {4, 0, 2}, new int[] {1}));
        Node node = make("embedding", new EmbeddingNode.Parameters(3), Graphs.ids(5));
        double[] table = store.find("model.node.table").orElseThrow().toDoubles();
        Sequence output = forward(node, ids);
        assertThat(output.shape()).isEqualTo(Shape.of(2, 3, 3));
        assertThat(output.lengths()).isEqualTo(ids.lengths());
        assertThat(output.values().at(0, 0).toDoubles())
                .isEqualTo(Plain.join(
                        Plain.join(Arrays.copyOfRange(table, 12, 15), Arrays.copyOfRange(table, 0, 3)),
                        Arrays.copyOfRange(table, 6, 9)));
    }

    @Test
    void oneHotMarksEachId() {
        Node node = make("one_hot", new NoParameters(), Graphs.ids(5));
        double[] output = forward(node, IdSequence.single(3, 0, 4)).values().toDoubles();
        assertThat(output).containsExactly(0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    }

    @Test
    void oneHotOfSetsAreTheirNumbers() {
        double[] numbers = {1, 0, 1, 0, 0, 0, 0, 1, 1, 1, 0, 0};
        Sequence sets = Sequence.of(engine.constant(Shape.of(2, 2, 3), numbers), Lengths.of(2, 1));
        Node node = make("one_hot", new NoParameters(), Graphs.sets(3));
        Sequence output = forward(node, sets);
        assertThat(output.values().toDoubles()).containsExactly(numbers);
        assertThat(output.lengths()).isEqualTo(sets.lengths());
        assertThat(infer("one_hot", new NoParameters(), Graphs.sets(3))).hasToString("T(source) × real[3]");
        EdgeType set = new EdgeType(List.of(), Graphs.sets(7).element());
        assertThat(infer("one_hot", new NoParameters(), set)).hasToString("real[7]");
    }

    @Test
    void oneHotWantsIds() {
        assertThatThrownBy(() -> infer("one_hot", new NoParameters(), Graphs.vector(3)))
                .isInstanceOf(InvalidGraph.class)
                .hasMessageContaining("wants ids");
    }

    @Test
    void aSizeThatIsNotKnownYetStaysASymbol() {
        EdgeType ids = EdgeType.ids("source", Size.symbol("V(source)"));
        PortTypes outputs =
                new TestSizes().node(Components.node("one_hot", new NoParameters()), PortTypes.of(Port.INPUT, ids));
        assertThat(outputs.get(Port.OUTPUT)).hasToString("T(source) × real[V(source)]");
    }

    @Test
    void aLinearMapIsItsEquation() {
        var parameters = new LinearNode.Parameters(5, Activations.tanh(), true, Initializers.xavierUniform());
        Node node = make("linear", parameters, Graphs.vector(3));
        Samples.shake(engine, store);
        Sequence input = Graphs.vector(pass, 1, 3);
        Plain plain = new Plain(store, "model.node");
        double[] expected = Plain.map(
                Plain.add(Plain.product(plain.get("U"), input.values().toDoubles()), plain.get("b")), Math::tanh);
        assertThat(forward(node, input).values().toDoubles()).containsExactly(expected, within(1e-12));
    }

    @Test
    void paddingNeverReachesTheGradientOfALinearMap() {
        try (Pass recording = engine.open(PassOptions.diagnostics())) {
            EdgeType type =
                    new EdgeType(List.of("sentences", "words"), Graphs.vector(1).element());
            Node node = make("linear", new LinearNode.Parameters(2), type);
            double nan = Double.NaN;
            Tensor values = recording.tensor(Shape.of(2, 3, 2, 1), 1, 2, 3, nan, 5, 6, 7, nan, nan, nan, nan, nan);
            // words of the third sentence of the first row are behind that row's length of sentences
            Sequence input = new Sequence(values, List.of(Lengths.of(2, 1), Lengths.of(2, 1, 2, 1, 0, 0)));
            Sequence output =
                    node.forward(Values.of(Port.INPUT, input), recording).sequence(Port.OUTPUT);
            double[] gradient = engine.gradients(output.values().sum(), store.parameters())
                    .of(store.find("model.node.U").orElseThrow())
                    .toDoubles();
            assertThat(gradient).containsExactly(1 + 2 + 3 + 7, 1 + 2 + 3 + 7);
        }
    }

    @Test
    void aBiasCanBeLeftOut() {
        var parameters = new LinearNode.Parameters(5, Activations.identity(), false, Initializers.xavierUniform());
        make("linear", parameters, Graphs.vector(3));
        assertThat(store.parameters()).extracting(each -> each.path()).containsExactly("model.node.U");
    }

    @Test
    void dropoutDoesNothingOutsideTraining() {
        Sequence input = Graphs.vector(pass, 2, 5);
        Node node = make("dropout", new DropoutNode.Parameters(0.5), Graphs.vector(5));
        assertThat(forward(node, input).values().toDoubles())
                .isEqualTo(input.values().toDoubles());
    }

    @Test
    void dropoutDropsAFeatureOrScalesItUp() {
        try (Pass training = engine.open(PassOptions.training(RandomKey.of(3), 1, 2))) {
            Node node = make("dropout", new DropoutNode.Parameters(0.75), Graphs.sequence(31));
            Sequence input = Sequence.of(training.ones(Shape.of(2, 7, 31)), Lengths.of(7, 4));
            double[] output = node.forward(Values.of(Port.INPUT, input), training)
                    .sequence(Port.OUTPUT)
                    .values()
                    .toDoubles();
            assertThat(output).containsOnly(0, 4).contains(0, 4);
            double kept = Arrays.stream(output).filter(each -> each > 0).count() / (double) output.length;
            assertThat(kept).isBetween(0.17, 0.33); // 434 draws of mean 0.25 and deviation 0.021
        }
    }

    @Test
    void dropoutOfAStepDoesNotDependOnTheStepsBeside() {
        try (Pass training = engine.open(PassOptions.training(RandomKey.of(3), 1, 2))) {
            Node node = make("dropout", new DropoutNode.Parameters(0.5), Graphs.sequence(5));
            Sequence longer = Sequence.of(training.ones(Shape.of(2, 7, 5)), Lengths.of(7, 4));
            Sequence shorter = Sequence.of(training.ones(Shape.of(2, 3, 5)), Lengths.of(3, 3));
            Tensor first = node.forward(Values.of(Port.INPUT, longer), training)
                    .sequence(Port.OUTPUT)
                    .values()
                    .slice(1, 0, 3);
            Tensor second = node.forward(Values.of(Port.INPUT, shorter), training)
                    .sequence(Port.OUTPUT)
                    .values();
            assertThat(first.toDoubles()).isEqualTo(second.toDoubles());
        }
    }

    @Test
    void poolingOfTwoAxesPoolsTheInnerOne() {
        // 2 rows of 3 sentences of 2 words of 1 feature; the second row has one sentence, of one word
        Tensor values = pass.tensor(Shape.of(2, 3, 2, 1), 1, 2, 3, 99, 99, 99, 7, 99, 99, 99, 99, 99);
        Sequence input = new Sequence(values, List.of(Lengths.of(2, 1), Lengths.of(2, 1, 0, 1, 0, 0)));
        EdgeType type =
                new EdgeType(List.of("sentences", "words"), Graphs.vector(1).element());
        Node node = make("pooling", new PoolingNode.Parameters(Components.plain("sum")), type);
        Sequence output = forward(node, input);
        assertThat(output.lengths()).containsExactly(Lengths.of(2, 1));
        assertThat(output.shape()).isEqualTo(Shape.of(2, 3, 1));
        assertThat(output.values().toDoubles()).containsExactly(3, 3, 0, 7, 0, 0);
        assertThat(infer("pooling", new PoolingNode.Parameters(Components.plain("sum")), type))
                .hasToString("T(sentences) × real[1]");
    }

    @Test
    void poolingWantsASequence() {
        assertThatThrownBy(
                        () -> infer("pooling", new PoolingNode.Parameters(Components.plain("sum")), Graphs.vector(3)))
                .isInstanceOf(InvalidGraph.class)
                .hasMessageContaining("wants a sequence");
    }

    @Test
    void concatPutsVectorsSideBySide() {
        ComponentRef<Node> concat = Components.node("concat", new NoParameters());
        PortTypes types = new PortTypes(Map.of(Port.INPUT, List.of(Graphs.vector(2), Graphs.vector(1))));
        assertThat(new TestSizes().node(concat, types).get(Port.OUTPUT)).hasToString("real[3]");
        Node node = TestContext.of(store).node(concat, "node", types);
        Value left = Sequence.vector(pass.tensor(Shape.of(2, 2), 1, 2, 3, 4));
        Value right = Sequence.vector(pass.tensor(Shape.of(2, 1), 5, 6));
        Values inputs = new Values(Map.of(Port.INPUT, List.of(left, right)));
        assertThat(node.forward(inputs, pass).sequence(Port.OUTPUT).values().toDoubles())
                .containsExactly(1, 2, 5, 3, 4, 6);
    }

    @Test
    void concatWantsOneSetOfAxes() {
        PortTypes types = new PortTypes(Map.of(Port.INPUT, List.of(Graphs.vector(2), Graphs.sequence(1))));
        assertThatThrownBy(() -> new TestSizes().node(Components.node("concat", new NoParameters()), types))
                .isInstanceOf(InvalidGraph.class)
                .hasMessageContaining("same time axes");
    }

    @Test
    void differencesAreThoseOfNeighbouringSteps() {
        Node node = make("differences", new NoParameters(), Graphs.sequence(2));
        Sequence series = Sequence.of(
                pass.tensor(Shape.of(2, 3, 2), 1, 7, 4, 5, 10, 0, 2, 3, Double.NaN, 9, 8, 8), Lengths.of(3, 1));
        Sequence changes = node.forward(Values.of(Port.INPUT, series), pass).sequence(Port.OUTPUT);
        assertThat(changes.lengths()).isEqualTo(series.lengths());
        assertThat(changes.values().slice(0, 0, 1).toDoubles()).containsExactly(0, 0, 3, -2, 6, -5);
        assertThat(changes.values().slice(0, 1, 2).slice(1, 0, 1).toDoubles()).containsExactly(0, 0);
        Sequence empty = Sequence.of(pass.zeros(Shape.of(2, 0, 2)), Lengths.of(0, 0));
        assertThat(node.forward(Values.of(Port.INPUT, empty), pass)
                        .sequence(Port.OUTPUT)
                        .shape())
                .isEqualTo(Shape.of(2, 0, 2));
    }

    @Test
    void reverseTurnsTheRealStepsAround() {
        Node node = make("reverse", new NoParameters(), Graphs.ids(9));
        IdSequence ids = IdSequence.of(List.of(new int[] {1, 2, 3}, new int[] {4}, new int[] {}));
        IdSequence reversed = node.forward(Values.of(Port.INPUT, ids), pass).ids(Port.OUTPUT);
        assertThat(reversed.ids().toArray()).containsExactly(3, 2, 1, 4, 0, 0, 0, 0, 0);
        assertThat(reversed.lengths()).isEqualTo(ids.lengths());

        Sequence numbers =
                Sequence.of(pass.tensor(Shape.of(2, 3, 1), 1, 2, 3, 4, Double.NaN, Double.NaN), Lengths.of(3, 1));
        assertThat(forward(make("reverse", new NoParameters(), Graphs.sequence(1)), numbers)
                        .values()
                        .toDoubles())
                .containsExactly(3, 2, 1, 4, 0, 0);
    }

    @Test
    void reversingTwiceRestoresTheAxis() {
        EdgeType once = infer("reverse", new NoParameters(), Graphs.sequence(3));
        assertThat(once).hasToString("T(reversed source) × real[3]");
        assertThat(infer("reverse", new NoParameters(), once)).isEqualTo(Graphs.sequence(3));
    }

    @Test
    void pointwiseNodesStepAsTheyRun() {
        Sequence input = Graphs.sequence(pass, new int[] {3, 3}, 3, 5, 0);
        Node node = make("linear", new LinearNode.Parameters(2), Graphs.sequence(5));
        Sequence whole = forward(node, input);
        Stepper<?> stepper = node.stepper().orElseThrow();
        assertThat(step(stepper, Sequence.vector(input.values().at(1, 2))).toDoubles())
                .isEqualTo(whole.values().at(1, 2).toDoubles());
    }

    private <S extends CellState> Tensor step(Stepper<S> stepper, Sequence input) {
        S state = stepper.initialState(Values.none(), input.rows(), pass);
        return ((Sequence) stepper.step(input, state, pass).output()).values();
    }

    private Node make(String name, Record parameters, EdgeType input) {
        return TestContext.of(store).node(Components.node(name, parameters), "node", PortTypes.of(Port.INPUT, input));
    }

    private Sequence forward(Node node, Value input) {
        return node.forward(Values.of(Port.INPUT, input), pass).sequence(Port.OUTPUT);
    }

    private static EdgeType infer(String name, Record parameters, EdgeType input) {
        return new TestSizes()
                .node(Components.node(name, parameters), PortTypes.of(Port.INPUT, input))
                .get(Port.OUTPUT);
    }
}

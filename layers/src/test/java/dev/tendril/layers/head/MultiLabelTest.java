package dev.tendril.layers.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Head;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Shape;
import dev.tendril.layers.initialization.Initializers;
import dev.tendril.layers.testing.Components;
import dev.tendril.layers.testing.GradientCheck;
import dev.tendril.layers.testing.Graphs;
import dev.tendril.layers.testing.Plain;
import dev.tendril.layers.testing.Samples;
import dev.tendril.layers.testing.TestContext;
import dev.tendril.layers.testing.TestSizes;
import dev.tendril.tensor.TendrilEngine;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultiLabelTest {
    private static final int FEATURES = 3;
    private static final int CLASSES = 5;
    private static final MultiLabelParameters PARAMETERS =
            new MultiLabelParameters(Components.independentClasses(), Initializers.xavierUniform());
    private static final EdgeType SET = new EdgeType(List.of(), new Element.IdSet(Size.of(CLASSES)));
    private static final PortTypes ONE =
            PortTypes.of(Port.INPUT, Graphs.vector(FEATURES)).and(Port.TARGET, SET);
    private static final PortTypes EVERY_STEP =
            PortTypes.of(Port.INPUT, Graphs.sequence(FEATURES)).and(Port.TARGET, Graphs.sets(CLASSES));

    @Test
    void probabilitiesAreSigmoidsOfALinearMapAndTheLossIsTheirLikelihood() {
        double[] sets = {1, 0, 0, 1, 0, 0, 0, 0, 0, 0};
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(PassOptions.inference())) {
            ParameterStore store = Samples.store(engine);
            MultiLabel head = new MultiLabel(PARAMETERS, TestContext.of(store, ONE));
            Samples.shake(engine, store);
            Sequence input = Graphs.vector(pass, 2, FEATURES);
            Sequence target = Sequence.vector(pass.tensor(Shape.of(2, CLASSES), sets));
            Values inputs = Values.of(Port.INPUT, input).and(Port.TARGET, target);
            double[] vectors = input.values().toDoubles();
            double[] expected = Plain.join(probabilities(store, vectors, 0), probabilities(store, vectors, 1));
            assertThat(head.forward(inputs, pass).sequence(Port.OUTPUT).values().toDoubles())
                    .containsExactly(expected, within(1e-12));
            double loss = 0;
            for (int at = 0; at < sets.length; at++) {
                loss -= Math.log(sets[at] == 1 ? expected[at] : 1 - expected[at]);
            }
            assertThat(head.loss(inputs, pass).item()).isCloseTo(loss, within(1e-12));
            assertThat(head.lossWeight(target)).isEqualTo(2);
            assertThat(head.reading()).isEqualTo(Head.Reading.INDEPENDENT_PROBABILITIES);
        }
    }

    @Test
    void everyStepHasASetOfItsOwn() {
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(PassOptions.inference())) {
            ParameterStore store = Samples.store(engine);
            MultiLabel head = new MultiLabel(PARAMETERS, TestContext.of(store, EVERY_STEP));
            Samples.shake(engine, store);
            Values inputs = sequences(pass);
            double[] vectors = inputs.sequence(Port.INPUT).values().toDoubles();
            double[] predicted =
                    head.forward(inputs, pass).sequence(Port.OUTPUT).values().toDoubles();
            for (int position : new int[] {0, 1, 4}) { // two steps of the first row, one of the third
                assertThat(Arrays.copyOfRange(predicted, position * CLASSES, (position + 1) * CLASSES))
                        .containsExactly(probabilities(store, vectors, position), within(1e-12));
            }
            assertThat(head.lossWeight(inputs.get(Port.TARGET))).isEqualTo(3);
        }
    }

    @Test
    void gradientsAreThoseOfFiniteDifferencesAtEveryStep() {
        try (TendrilEngine engine = Samples.float64()) {
            ParameterStore store = Samples.store(engine);
            MultiLabel head = new MultiLabel(PARAMETERS, TestContext.of(store, EVERY_STEP));
            double error = new GradientCheck(
                            engine, store, PassOptions.diagnostics(), pass -> head.loss(sequences(pass), pass))
                    .worstError();
            assertThat(error).isLessThan(1e-5);
        }
    }

    @Test
    void theOutputHasTheAxesOfTheInput() {
        assertThat(infer(ONE)).hasToString("real[5]");
        assertThat(infer(EVERY_STEP)).hasToString("T(source) × real[5]");
    }

    @Test
    void idsAreRefusedAsTarget() {
        assertThatThrownBy(() -> infer(Graphs.vector(FEATURES), EdgeType.id(Size.of(CLASSES))))
                .isInstanceOf(InvalidGraph.class)
                .hasMessageContaining("port 'target' wants sets of ids")
                .hasMessageContaining("id(5)");
    }

    @Test
    void aSequenceForOneSetIsRefusedWithARemedy() {
        assertThatThrownBy(() -> infer(Graphs.sequence(FEATURES), SET))
                .isInstanceOf(InvalidGraph.class)
                .hasMessageContaining("output of a pooling");
    }

    @Test
    void aVectorForASequenceOfSetsIsRefusedWithARemedy() {
        assertThatThrownBy(() -> infer(Graphs.vector(FEATURES), Graphs.sets(CLASSES)))
                .isInstanceOf(InvalidGraph.class)
                .hasMessageContaining("one set of classes")
                .hasMessageContaining("leave the pooling out");
    }

    /** σ(U x + b) of the vector at a position. */
    private static double[] probabilities(ParameterStore store, double[] vectors, int position) {
        Plain plain = new Plain(store, "model.readout");
        double[] x = Arrays.copyOfRange(vectors, position * FEATURES, (position + 1) * FEATURES);
        return Plain.map(Plain.add(Plain.product(plain.get("U"), x), plain.get("b")), Plain::sigmoid);
    }

    /** Rows of two steps, no step and one step; NaN in the padding of input and target. */
    private static Values sequences(Pass pass) {
        double nan = Double.NaN;
        double[] sets = {
            1,
            0,
            0,
            1,
            0,
            0,
            1,
            1,
            1,
            0, // two steps
            nan,
            nan,
            nan,
            nan,
            nan,
            nan,
            nan,
            nan,
            nan,
            nan, // none
            0,
            0,
            0,
            0,
            0,
            nan,
            nan,
            nan,
            nan,
            nan // one, of the empty set
        };
        int[] lengths = {2, 0, 1};
        return Values.of(Port.INPUT, Graphs.sequence(pass, lengths, 2, FEATURES, nan))
                .and(Port.TARGET, Sequence.of(pass.tensor(Shape.of(3, 2, CLASSES), sets), Lengths.of(lengths)));
    }

    private static EdgeType infer(EdgeType input, EdgeType target) {
        return infer(PortTypes.of(Port.INPUT, input).and(Port.TARGET, target));
    }

    private static EdgeType infer(PortTypes types) {
        return new MultiLabelProvider()
                .infer(PARAMETERS, types, new TestSizes())
                .get(Port.OUTPUT);
    }
}

package dev.tendril.layers.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.EdgeType;
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
import org.junit.jupiter.api.Test;

class RegressionTest {
    private static final int FEATURES = 3;
    private static final int NUMBERS = 5;
    private static final int STEPS = 2;
    private static final int[] LENGTHS = {2, 0, 1};
    private static final RegressionParameters PARAMETERS =
            new RegressionParameters(Components.squaredErrors(), Initializers.xavierUniform());
    private static final PortTypes ONE =
            PortTypes.of(Port.INPUT, Graphs.vector(FEATURES)).and(Port.TARGET, Graphs.vector(NUMBERS));
    private static final PortTypes EVERY_STEP =
            PortTypes.of(Port.INPUT, Graphs.sequence(FEATURES)).and(Port.TARGET, Graphs.sequence(NUMBERS));

    private final double[] wanted = Samples.normal(11, LENGTHS.length * STEPS * NUMBERS);

    @Test
    void numbersAreALinearMapOfTheVectorAndTheLossIsTheirs() {
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(PassOptions.inference())) {
            ParameterStore store = Samples.store(engine);
            Regression head = new Regression(PARAMETERS, TestContext.of(store, ONE));
            Samples.shake(engine, store);
            Sequence input = Graphs.vector(pass, 2, FEATURES);
            Sequence target = Sequence.vector(pass.tensor(Shape.of(2, NUMBERS), Arrays.copyOf(wanted, 2 * NUMBERS)));
            Values inputs = Values.of(Port.INPUT, input).and(Port.TARGET, target);
            double[] expected = Plain.join(
                    numbers(store, input.values().toDoubles(), 0),
                    numbers(store, input.values().toDoubles(), 1));
            assertThat(head.forward(inputs, pass).sequence(Port.OUTPUT).values().toDoubles())
                    .containsExactly(expected, within(1e-12));
            assertThat(head.loss(inputs, pass).item()).isCloseTo(squares(expected, 0, 2 * NUMBERS), within(1e-12));
            assertThat(head.lossWeight(target)).isEqualTo(2);
            assertThat(head.reading()).isEqualTo(Head.Reading.NUMBERS);
        }
    }

    @Test
    void everyStepHasNumbersOfItsOwnAndPaddingChangesNone() {
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(PassOptions.inference())) {
            ParameterStore store = Samples.store(engine);
            Regression head = new Regression(PARAMETERS, TestContext.of(store, EVERY_STEP));
            Samples.shake(engine, store);
            Values inputs = sequences(pass);
            double[] vectors = inputs.sequence(Port.INPUT).values().toDoubles();
            double[] predicted =
                    head.forward(inputs, pass).sequence(Port.OUTPUT).values().toDoubles();
            double loss = 0;
            for (int position : new int[] {0, 1, 4}) { // two steps of the first row, one of the third
                int from = position * NUMBERS;
                assertThat(Arrays.copyOfRange(predicted, from, from + NUMBERS))
                        .containsExactly(numbers(store, vectors, position), within(1e-12));
                loss += squares(predicted, from, from + NUMBERS);
            }
            assertThat(head.loss(inputs, pass).item()).isCloseTo(loss, within(1e-12));
            assertThat(head.lossWeight(inputs.get(Port.TARGET))).isEqualTo(3);
        }
    }

    @Test
    void gradientsAreThoseOfFiniteDifferencesAtEveryStep() {
        try (TendrilEngine engine = Samples.float64()) {
            ParameterStore store = Samples.store(engine);
            Regression head = new Regression(PARAMETERS, TestContext.of(store, EVERY_STEP));
            double error = new GradientCheck(
                            engine, store, PassOptions.diagnostics(), pass -> head.loss(sequences(pass), pass))
                    .worstError();
            assertThat(error).isLessThan(1e-5);
        }
    }

    @Test
    void aBaseIsAddedOneNumberForAllOrOneEach() {
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(PassOptions.inference())) {
            Sequence input = Graphs.vector(pass, 2, FEATURES);
            Sequence target = Sequence.vector(pass.tensor(Shape.of(2, NUMBERS), Arrays.copyOf(wanted, 2 * NUMBERS)));
            Values inputs = Values.of(Port.INPUT, input).and(Port.TARGET, target);
            for (int size : new int[] {1, NUMBERS}) {
                ParameterStore store = Samples.store(engine);
                PortTypes types = ONE.and(Regression.BASE, Graphs.vector(size));
                Regression head = new Regression(PARAMETERS, TestContext.of(store, types));
                Samples.shake(engine, store);
                double[] base = Samples.normal(13, 2 * size);
                Values based = inputs.and(Regression.BASE, Sequence.vector(pass.tensor(Shape.of(2, size), base)));
                double[] expected = Plain.join(
                        numbers(store, input.values().toDoubles(), 0),
                        numbers(store, input.values().toDoubles(), 1));
                for (int i = 0; i < expected.length; i++) {
                    expected[i] += base[i / NUMBERS * size + (size == 1 ? 0 : i % NUMBERS)];
                }
                assertThat(head.forward(based, pass)
                                .sequence(Port.OUTPUT)
                                .values()
                                .toDoubles())
                        .containsExactly(expected, within(1e-12));
                assertThat(head.loss(based, pass).item()).isCloseTo(squares(expected, 0, 2 * NUMBERS), within(1e-12));
            }
        }
    }

    @Test
    void aBaseOfAnotherSizeOrAxisIsRefused() {
        assertThatThrownBy(() -> infer(ONE.and(Regression.BASE, Graphs.vector(3))))
                .hasMessage("port 'base' wants a vector, or one number, of size 5, it is connected to one of size 3");
        assertThatThrownBy(() -> infer(ONE.and(Regression.BASE, Graphs.sequence(NUMBERS))))
                .hasMessage("port 'base' wants a vector for each vector that is predicted, which is real[5]; it is"
                        + " connected to T(source) × real[5]");
    }

    @Test
    void theOutputHasTheAxesOfTheInputAndTheSizeOfTheTarget() {
        assertThat(infer(ONE)).hasToString("real[5]");
        assertThat(infer(EVERY_STEP)).hasToString("T(source) × real[5]");
    }

    @Test
    void idsAreRefusedAsTarget() {
        assertThatThrownBy(() -> infer(Graphs.vector(FEATURES), EdgeType.id(Size.of(NUMBERS))))
                .isInstanceOf(InvalidGraph.class)
                .hasMessageContaining("port 'target' wants vectors")
                .hasMessageContaining("id(5)");
    }

    @Test
    void aSequenceForOneVectorIsRefusedWithARemedy() {
        assertThatThrownBy(() -> infer(Graphs.sequence(FEATURES), Graphs.vector(NUMBERS)))
                .isInstanceOf(InvalidGraph.class)
                .hasMessageContaining("output of a pooling");
    }

    @Test
    void aVectorForASequenceIsRefusedWithARemedy() {
        assertThatThrownBy(() -> infer(Graphs.vector(FEATURES), Graphs.sequence(NUMBERS)))
                .isInstanceOf(InvalidGraph.class)
                .hasMessageContaining("one vector of numbers")
                .hasMessageContaining("leave the pooling out");
    }

    @Test
    void numbersOfAnotherAxisAreRefused() {
        assertThatThrownBy(() -> infer(Graphs.sequence(FEATURES), EdgeType.sequence("other", Size.of(NUMBERS))))
                .isInstanceOf(InvalidGraph.class)
                .hasMessageContaining("T(other)")
                .hasMessageContaining("along the steps");
    }

    /** U x + b of the vector at a position. */
    private static double[] numbers(ParameterStore store, double[] vectors, int position) {
        Plain plain = new Plain(store, "model.readout");
        double[] x = Arrays.copyOfRange(vectors, position * FEATURES, (position + 1) * FEATURES);
        return Plain.add(Plain.product(plain.get("U"), x), plain.get("b"));
    }

    private double squares(double[] predicted, int from, int to) {
        double sum = 0;
        for (int at = from; at < to; at++) {
            sum += (predicted[at] - wanted[at]) * (predicted[at] - wanted[at]);
        }
        return sum;
    }

    /** Input and target, NaN in the padding of both. */
    private Values sequences(Pass pass) {
        double[] targets = wanted.clone();
        for (int row = 0; row < LENGTHS.length; row++) {
            Arrays.fill(targets, (row * STEPS + LENGTHS[row]) * NUMBERS, (row + 1) * STEPS * NUMBERS, Double.NaN);
        }
        return Values.of(Port.INPUT, Graphs.sequence(pass, LENGTHS, STEPS, FEATURES, Double.NaN))
                .and(
                        Port.TARGET,
                        Sequence.of(
                                pass.tensor(Shape.of(LENGTHS.length, STEPS, NUMBERS), targets), Lengths.of(LENGTHS)));
    }

    private static EdgeType infer(EdgeType input, EdgeType target) {
        return infer(PortTypes.of(Port.INPUT, input).and(Port.TARGET, target));
    }

    private static EdgeType infer(PortTypes types) {
        return new RegressionProvider()
                .infer(PARAMETERS, types, new TestSizes())
                .get(Port.OUTPUT);
    }
}

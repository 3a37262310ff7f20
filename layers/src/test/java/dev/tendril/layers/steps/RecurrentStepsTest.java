package dev.tendril.layers.steps;

import static dev.tendril.layers.testing.Plain.add;
import static dev.tendril.layers.testing.Plain.join;
import static dev.tendril.layers.testing.Plain.map;
import static dev.tendril.layers.testing.Plain.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.cell.Cell;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Shape;
import dev.tendril.layers.attention.AdditiveCompatibility;
import dev.tendril.layers.cell.LstmCell;
import dev.tendril.layers.cell.RnnCell;
import dev.tendril.layers.steps.RecurrentStepsParameters.AttentionPosition;
import dev.tendril.layers.testing.Components;
import dev.tendril.layers.testing.Graphs;
import dev.tendril.layers.testing.Plain;
import dev.tendril.layers.testing.Samples;
import dev.tendril.layers.testing.TestContext;
import dev.tendril.layers.testing.TestSizes;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The decoder's recurrence derived anew in plain loops, in float64; sums in another order differ by rounding alone. */
class RecurrentStepsTest {
    private static final int INPUT = 2;
    private static final int UNITS = 5;
    private static final int MEMORY = 3;
    private static final int VECTOR = 7;
    private static final int STEPS = 3;
    private static final int SOURCE_STEPS = 4;
    private static final Offset<Double> ROUNDING = within(1e-12);
    private static final ComponentRef<Cell<?>> RNN = Components.cell("rnn", new RnnCell.Parameters(UNITS));
    private static final ComponentRef<Attention<?, ?>> ADDITIVE =
            Components.attention("additive", new AdditiveCompatibility.Parameters(2));

    @Test
    void attentionBeforeTheStepJoinsTheInput() {
        Ran ran = run(RecurrentStepsParameters.of(RNN).attendingBefore(ADDITIVE), "memory", "initial");
        double[] h = ran.started("initial.layer0.state0");
        for (int step = 0; step < STEPS; step++) {
            double[] context = ran.context(h);
            h = map(ran.plain.gate("layer0.hidden", join(ran.input(step), context), h), Math::tanh);
            assertThat(ran.output(step)).containsExactly(join(h, context), ROUNDING);
        }
    }

    @Test
    void attentionAfterTheStepMakesTheAttentionalVector() {
        Ran ran = run(RecurrentStepsParameters.of(RNN).attendingAfter(ADDITIVE, false), "memory");
        double[] h = new double[UNITS];
        for (int step = 0; step < STEPS; step++) {
            h = map(ran.plain.gate("layer0.hidden", ran.input(step), h), Math::tanh);
            assertThat(ran.output(step)).containsExactly(ran.attentional(h), ROUNDING);
        }
    }

    @Test
    void inputFeedingHandsTheAttentionalVectorOn() {
        Ran ran = run(RecurrentStepsParameters.of(RNN).attendingAfter(ADDITIVE, true), "memory");
        double[] h = new double[UNITS];
        double[] fed = new double[UNITS];
        for (int step = 0; step < STEPS; step++) {
            h = map(ran.plain.gate("layer0.hidden", join(ran.input(step), fed), h), Math::tanh);
            fed = ran.attentional(h);
            assertThat(ran.output(step)).containsExactly(fed, ROUNDING);
        }
    }

    @Test
    void aContextIsSeenByEveryStepAndTheReadout() {
        Ran ran = run(RecurrentStepsParameters.of(RNN), "context");
        double[] h = new double[UNITS];
        for (int step = 0; step < STEPS; step++) {
            h = map(ran.plain.gate("layer0.hidden", join(ran.input(step), ran.vector), h), Math::tanh);
            assertThat(ran.output(step)).containsExactly(join(h, ran.vector), ROUNDING);
        }
    }

    @Test
    void layersFeedEachOther() {
        RecurrentStepsParameters two =
                new RecurrentStepsParameters(RNN, 2, 0, Optional.empty(), AttentionPosition.BEFORE, false);
        Ran ran = run(two, "initial");
        double[] below = ran.started("initial.layer0.state0");
        double[] above = ran.started("initial.layer1.state0");
        for (int step = 0; step < STEPS; step++) {
            below = map(ran.plain.gate("layer0.hidden", ran.input(step), below), Math::tanh);
            above = map(ran.plain.gate("layer1.hidden", below, above), Math::tanh);
            assertThat(ran.output(step)).containsExactly(above, ROUNDING);
        }
    }

    @Test
    void hiddenAndCellStateOfAnLstmAreBothStarted() {
        ComponentRef<Cell<?>> lstm = Components.cell("lstm", new LstmCell.Parameters(UNITS));
        Ran ran = run(RecurrentStepsParameters.of(lstm), "initial");
        double[] h = ran.started("initial.layer0.state0");
        double[] c = ran.started("initial.layer0.state1");
        double[] i = map(ran.plain.gate("layer0.input", ran.input(0), h), Plain::sigmoid);
        double[] f = map(ran.plain.gate("layer0.forget", ran.input(0), h), Plain::sigmoid);
        double[] g = map(ran.plain.gate("layer0.content", ran.input(0), h), Math::tanh);
        double[] o = map(ran.plain.gate("layer0.output", ran.input(0), h), Plain::sigmoid);
        double[] next = add(Plain.times(f, c), Plain.times(i, g));
        assertThat(ran.output(0)).containsExactly(Plain.times(o, map(next, Math::tanh)), ROUNDING);
    }

    @Test
    void whatNeedsAttentionIsRefusedWithoutIt() {
        assertThatThrownBy(
                        () -> new RecurrentStepsParameters(RNN, 1, 0, Optional.empty(), AttentionPosition.AFTER, false))
                .isInstanceOf(InvalidParameter.class);
        assertThatThrownBy(() ->
                        new RecurrentStepsParameters(RNN, 1, 0, Optional.of(ADDITIVE), AttentionPosition.BEFORE, true))
                .isInstanceOf(InvalidParameter.class)
                .hasMessageContaining("attention_position: after");
    }

    @Test
    void theMemoryIsAPortExactlyIfThereIsAttention() {
        RecurrentStepsProvider provider = new RecurrentStepsProvider();
        assertThat(provider.ports(RecurrentStepsParameters.of(RNN)))
                .extracting(Port::name)
                .containsExactly("input", "initial", "context");
        assertThat(provider.ports(RecurrentStepsParameters.of(RNN).attendingBefore(ADDITIVE)))
                .filteredOn(Port::required)
                .extracting(Port::name)
                .containsExactly("input", "memory");
    }

    @Test
    void aSequenceToStartFromIsRefused() {
        PortTypes types = PortTypes.of(Port.INPUT, Graphs.sequence(INPUT)).and("initial", Graphs.sequence(VECTOR));
        assertThatThrownBy(() ->
                        new RecurrentStepsProvider().infer(RecurrentStepsParameters.of(RNN), types, new TestSizes()))
                .isInstanceOf(InvalidGraph.class)
                .hasMessageContaining("output of a pooling");
    }

    private static Ran run(RecurrentStepsParameters parameters, String... ports) {
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(PassOptions.inference())) {
            PortTypes types = PortTypes.of(Port.INPUT, Graphs.sequence(INPUT));
            double[] vector = Samples.normal(6, VECTOR);
            double[] memory = Samples.normal(8, SOURCE_STEPS * MEMORY);
            double[] input = Samples.normal(9, STEPS * INPUT);
            Values values = Values.of(
                    Port.INPUT, Sequence.of(pass.tensor(Shape.of(1, STEPS, INPUT), input), Lengths.of(STEPS)));
            for (String port : ports) {
                boolean sequence = port.equals("memory");
                types = types.and(port, sequence ? Graphs.sequence(MEMORY) : Graphs.vector(VECTOR));
                values = values.and(
                        port,
                        sequence
                                ? Sequence.of(
                                        pass.tensor(Shape.of(1, SOURCE_STEPS, MEMORY), memory),
                                        Lengths.of(SOURCE_STEPS))
                                : Sequence.vector(pass.tensor(Shape.of(1, VECTOR), vector)));
            }
            ParameterStore store = Samples.store(engine);
            Node node = TestContext.of(store).node(Components.node("recurrent_steps", parameters), "node", types);
            Samples.shake(engine, store);
            double[] output =
                    node.forward(values, pass).sequence(Port.OUTPUT).values().toDoubles();
            return new Ran(new Plain(store, "model.node"), input, memory, vector, output);
        }
    }

    /** What was given to a network and what it gave. */
    private record Ran(Plain plain, double[] inputs, double[] memory, double[] vector, double[] outputs) {
        double[] input(int step) {
            return Arrays.copyOfRange(inputs, step * INPUT, (step + 1) * INPUT);
        }

        double[] output(int step) {
            int width = outputs.length / STEPS;
            return Arrays.copyOfRange(outputs, step * width, (step + 1) * width);
        }

        /** tanh(U v + b). */
        double[] started(String bridge) {
            return map(add(product(plain.get(bridge + ".U"), vector), plain.get(bridge + ".b")), Math::tanh);
        }

        /** tanh(U [c; h]). */
        double[] attentional(double[] h) {
            return map(product(plain.get("attentional.U"), join(context(h), h)), Math::tanh);
        }

        /** Σ_s softmax_s(vᵀ tanh(W₁ m_s + W₂ q + b)) m_s. */
        double[] context(double[] query) {
            List<double[]> steps = new ArrayList<>();
            double[] weights = new double[SOURCE_STEPS];
            double total = 0;
            for (int step = 0; step < SOURCE_STEPS; step++) {
                double[] value = Arrays.copyOfRange(memory, step * MEMORY, (step + 1) * MEMORY);
                double[] hidden = add(
                        add(product(plain.get("attention.W1"), value), product(plain.get("attention.W2"), query)),
                        plain.get("attention.b"));
                weights[step] = Math.exp(product(plain.get("attention.v"), map(hidden, Math::tanh))[0]);
                total += weights[step];
                steps.add(value);
            }
            double[] context = new double[MEMORY];
            for (int step = 0; step < SOURCE_STEPS; step++) {
                double weight = weights[step] / total;
                context = add(context, map(steps.get(step), each -> weight * each));
            }
            return context;
        }
    }
}

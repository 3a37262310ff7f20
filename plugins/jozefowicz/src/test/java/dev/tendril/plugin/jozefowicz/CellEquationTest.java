package dev.tendril.plugin.jozefowicz;

import static dev.tendril.plugin.jozefowicz.Plain.add;
import static dev.tendril.plugin.jozefowicz.Plain.oneMinus;
import static dev.tendril.plugin.jozefowicz.Plain.sigmoid;
import static dev.tendril.plugin.jozefowicz.Plain.tanh;
import static dev.tendril.plugin.jozefowicz.Plain.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.plugin.jozefowicz.BareParameters.Mode;
import dev.tendril.runtime.wiring.ComponentBench;
import dev.tendril.tensor.TendrilEngine;
import dev.tendril.testkit.PluginTestKit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Each cell's step derived anew in plain loops, in float64; sums in another order differ by rounding alone. */
final class CellEquationTest {
    private static final int INPUT = 3;
    private static final int UNITS = 5;
    private static final Offset<Double> ROUNDING = within(1e-12);
    private static final double[] X = normal(1, INPUT);
    private static final double[] WIDE = normal(4, UNITS);
    private static final double[] H = normal(2, UNITS);
    private static final double[] C = normal(3, UNITS);
    private static final ComponentRef<Initializer> ANY = ComponentRef.of("core/zeros", new NoParameters());

    /** The state after one step, the output, and the parameters. */
    private record Stepped(List<double[]> state, double[] output, Plain plain) {}

    @Test
    void mut1AddsTheInputThroughTanh() {
        Stepped actual = step("mut1", bare(Mode.STRICT), WIDE, H);
        Plain plain = actual.plain;
        assertMut1(actual, WIDE, tanh(WIDE));
        assertThat(plain.store().find("made.cell.content.U")).isEmpty();
    }

    @Test
    void mut1Projected() {
        Stepped actual = step("mut1", bare(Mode.PROJECTED), X, H);
        assertMut1(actual, X, tanh(actual.plain.onInput("content", X)));
    }

    private static void assertMut1(Stepped actual, double[] x, double[] added) {
        Plain plain = actual.plain;
        double[] z = sigmoid(add(plain.onInput("update", x), plain.get("update.b")));
        double[] r = sigmoid(plain.gate("reset", x, H));
        double[] n = tanh(add(add(plain.onState("content", times(r, H)), added), plain.get("content.b")));
        assertMixed(actual, z, n);
        assertThat(plain.store().find("made.cell.update.W")).isEmpty();
    }

    @Test
    void mut2AddsTheInputInTheResetGate() {
        Stepped actual = step("mut2", bare(Mode.STRICT), WIDE, H);
        assertMut2(actual, WIDE, WIDE);
        assertThat(actual.plain.store().find("made.cell.reset.U")).isEmpty();
    }

    @Test
    void mut2Projected() {
        Stepped actual = step("mut2", bare(Mode.PROJECTED), X, H);
        assertMut2(actual, X, actual.plain.onInput("reset", X));
    }

    private static void assertMut2(Stepped actual, double[] x, double[] added) {
        Plain plain = actual.plain;
        double[] z = sigmoid(plain.gate("update", x, H));
        double[] r = sigmoid(add(add(added, plain.onState("reset", H)), plain.get("reset.b")));
        double[] n = tanh(plain.gate("content", x, times(r, H)));
        assertMixed(actual, z, n);
    }

    @Test
    void mut3UpdatesByTheStateThroughTanh() {
        Stepped actual = step("mut3", gated(), X, H);
        Plain plain = actual.plain;
        double[] z = sigmoid(plain.gate("update", X, tanh(H)));
        double[] r = sigmoid(plain.gate("reset", X, H));
        double[] n = tanh(plain.gate("content", X, times(r, H)));
        assertMixed(actual, z, n);
    }

    /** n ⊙ z + h ⊙ (1 − z). */
    private static void assertMixed(Stepped actual, double[] z, double[] n) {
        assertThat(actual.state).hasSize(1);
        assertThat(actual.state.get(0)).containsExactly(add(times(n, z), times(H, oneMinus(z))), ROUNDING);
        assertThat(actual.output).isEqualTo(actual.state.get(0));
    }

    @Test
    void peepholesShowTheGatesTheCellState() {
        Stepped actual = step("lstm_peephole", lstm(), X, H, C);
        Plain plain = actual.plain;
        double[] i = sigmoid(add(plain.gate("input", X, H), times(plain.get("input.p"), C)));
        double[] f = sigmoid(add(plain.gate("forget", X, H), times(plain.get("forget.p"), C)));
        double[] c = add(times(f, C), times(i, content(plain)));
        double[] o = sigmoid(add(plain.gate("output", X, H), times(plain.get("output.p"), c)));
        assertLstm(actual, c, times(o, tanh(c)));
    }

    @Test
    void coupledGatesAddUpToOne() {
        Stepped actual = step("lstm_coupled", lstm(), X, H, C);
        Plain plain = actual.plain;
        double[] f = sigmoid(plain.gate("forget", X, H));
        double[] c = add(times(f, C), times(oneMinus(f), content(plain)));
        assertLstm(actual, c, times(shown(plain), tanh(c)));
    }

    @Test
    void withoutAnInputGateAllContentIsTaken() {
        Stepped actual = step("lstm_no_input_gate", lstm(), X, H, C);
        Plain plain = actual.plain;
        double[] c = add(times(sigmoid(plain.gate("forget", X, H)), C), content(plain));
        assertLstm(actual, c, times(shown(plain), tanh(c)));
    }

    @Test
    void withoutAForgetGateTheCellStateIsKept() {
        Stepped actual = step("lstm_no_forget_gate", gated(), X, H, C);
        Plain plain = actual.plain;
        double[] c = add(C, times(sigmoid(plain.gate("input", X, H)), content(plain)));
        assertLstm(actual, c, times(shown(plain), tanh(c)));
    }

    @Test
    void withoutAnOutputGateTheWholeCellStateIsShown() {
        Stepped actual = step("lstm_no_output_gate", lstm(), X, H, C);
        Plain plain = actual.plain;
        double[] f = sigmoid(plain.gate("forget", X, H));
        double[] c = add(times(f, C), times(sigmoid(plain.gate("input", X, H)), content(plain)));
        assertLstm(actual, c, tanh(c));
    }

    private static double[] content(Plain plain) {
        return tanh(plain.gate("content", X, H));
    }

    private static double[] shown(Plain plain) {
        return sigmoid(plain.gate("output", X, H));
    }

    private static void assertLstm(Stepped actual, double[] c, double[] h) {
        assertThat(actual.state).hasSize(2);
        assertThat(actual.state.get(1)).containsExactly(c, ROUNDING);
        assertThat(actual.state.get(0)).containsExactly(h, ROUNDING);
        assertThat(actual.output).isEqualTo(actual.state.get(0));
    }

    private static BareParameters bare(Mode mode) {
        return new BareParameters(UNITS, mode, ANY, ANY);
    }

    private static GatedParameters gated() {
        return new GatedParameters(UNITS, ANY, ANY);
    }

    private static LstmParameters lstm() {
        return new LstmParameters(UNITS, 1, ANY, ANY);
    }

    private static Stepped step(String name, Record parameters, double[] x, double[]... state) {
        try (PluginTestKit kit = PluginTestKit.load(JozefowiczPlugin.class);
                TendrilEngine engine = TendrilEngine.builder()
                        .precision(Precision.FLOAT64)
                        .threads(1)
                        .build();
                Pass pass = engine.open(PassOptions.inference())) {
            ParameterStore store = engine.parameters(RandomKey.of(5));
            ComponentRef<Cell<?>> reference = ComponentRef.of("jozefowicz/" + name, parameters);
            Cell<?> cell =
                    new ComponentBench(kit.registry(), store).place("made").cell(reference, "cell", x.length);
            scatter(store, engine);
            return step(cell, pass.tensor(Shape.of(1, x.length), x), new Plain(store), state);
        }
    }

    /** Random numbers for every parameter, biases included: those that start at 0 would hide what is missing. */
    private static void scatter(ParameterStore store, TendrilEngine engine) {
        for (Parameter parameter : store.parameters()) {
            int count = Math.toIntExact(parameter.shape().elements());
            double[] values = new Random(parameter.path().hashCode())
                    .doubles(count, -1, 1)
                    .toArray();
            store.assign(parameter.path(), engine.constant(parameter.shape(), values));
        }
    }

    private static <S extends CellState> Stepped step(Cell<S> cell, Tensor x, Plain plain, double[]... state) {
        List<double[]> given = new ArrayList<>(List.of(state));
        S previous = States.mapTensors(
                cell.initialState(1, x.pass()), zeros -> x.pass().tensor(zeros.shape(), given.remove(0)));
        assertThat(given).isEmpty();
        S next = cell.step(x, previous);
        return new Stepped(
                States.tensors(next).stream().map(Tensor::toDoubles).toList(),
                cell.output(next).toDoubles(),
                plain);
    }

    private static double[] normal(long seed, int count) {
        Random random = new Random(seed);
        return random.doubles(count).map(ignored -> random.nextGaussian()).toArray();
    }
}

package dev.tendril.layers.cell;

import static dev.tendril.layers.testing.Plain.add;
import static dev.tendril.layers.testing.Plain.layerNorm;
import static dev.tendril.layers.testing.Plain.map;
import static dev.tendril.layers.testing.Plain.product;
import static dev.tendril.layers.testing.Plain.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.activation.Activations;
import dev.tendril.layers.initialization.Initializers;
import dev.tendril.layers.testing.Components;
import dev.tendril.layers.testing.Plain;
import dev.tendril.layers.testing.Samples;
import dev.tendril.layers.testing.TestContext;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each cell's step derived anew in plain loops, in float64; sums in another order differ by rounding alone. */
class CellEquationTest {
    private static final int INPUT = 3;
    private static final int UNITS = 5;
    private static final Offset<Double> ROUNDING = within(1e-12);
    private static final double[] X = Samples.normal(1, INPUT);
    private static final double[] H = Samples.normal(2, UNITS);
    private static final double[] C = Samples.normal(3, UNITS);

    /** The tensors of the state after one step from the given ones, and the output. */
    private record Stepped(List<double[]> state, double[] output, Plain plain) {
        double[] h() {
            return state.get(0);
        }

        double[] c() {
            return state.get(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sigmoid", "tanh", "relu", "identity"})
    void rnn(String activation) {
        RnnCell.Parameters parameters = new RnnCell.Parameters(
                UNITS, Components.plain(activation), Initializers.xavierUniform(), Initializers.orthogonal());
        Stepped actual = step(Components.cell("rnn", parameters), H);
        double[] expected = map(actual.plain.gate("hidden", X, H), value -> switch (activation) {
            case "sigmoid" -> Plain.sigmoid(value);
            case "tanh" -> Math.tanh(value);
            case "relu" -> Math.max(value, 0);
            default -> value;
        });
        assertThat(actual.h()).containsExactly(expected, ROUNDING);
        assertThat(actual.output).isEqualTo(actual.h());
    }

    @Test
    void anRnnIsOfTanhByDefault() {
        assertThat(new RnnCell.Parameters(UNITS).activation()).isEqualTo(Activations.tanh());
    }

    @Test
    void lstm() {
        Stepped actual = step(Components.cell("lstm", new LstmCell.Parameters(UNITS)), H, C);
        Plain plain = actual.plain;
        double[] i = map(plain.gate("input", X, H), Plain::sigmoid);
        double[] f = map(plain.gate("forget", X, H), Plain::sigmoid);
        double[] g = map(plain.gate("content", X, H), Math::tanh);
        double[] o = map(plain.gate("output", X, H), Plain::sigmoid);
        double[] c = add(times(f, C), times(i, g));
        assertThat(actual.c()).containsExactly(c, ROUNDING);
        assertThat(actual.h()).containsExactly(times(o, map(c, Math::tanh)), ROUNDING);
        assertThat(actual.output).isEqualTo(actual.h());
    }

    @Test
    void layerNormLstm() {
        Stepped actual = step(Components.cell("lstm_layer_norm", new LayerNormLstmCell.Parameters(UNITS)), H, C);
        Plain plain = actual.plain;
        double[] state =
                layerNorm(product(plain.get("W"), H), plain.get("state_norm.gain"), plain.get("state_norm.bias"), 1e-5);
        double[] input =
                layerNorm(product(plain.get("U"), X), plain.get("input_norm.gain"), plain.get("input_norm.bias"), 1e-5);
        double[] gates = add(add(state, input), plain.get("b"));
        double[] i = map(part(gates, 0), Plain::sigmoid);
        double[] f = map(part(gates, 1), Plain::sigmoid);
        double[] g = map(part(gates, 2), Math::tanh);
        double[] o = map(part(gates, 3), Plain::sigmoid);
        double[] c = add(times(f, C), times(i, g));
        double[] shown = layerNorm(c, plain.get("cell_norm.gain"), plain.get("cell_norm.bias"), 1e-5);
        assertThat(actual.c()).containsExactly(c, ROUNDING);
        assertThat(actual.h()).containsExactly(times(o, map(shown, Math::tanh)), ROUNDING);
    }

    @Test
    void gru() {
        Stepped actual = step(Components.cell("gru", new GruCell.Parameters(UNITS)), H);
        Plain plain = actual.plain;
        double[] r = map(plain.gate("reset", X, H), Plain::sigmoid);
        double[] n = map(plain.gate("content", X, times(r, H)), Math::tanh);
        assertThat(actual.h()).containsExactly(mixed(plain, n), ROUNDING);
    }

    @Test
    void gruResetAfter() {
        Stepped actual = step(Components.cell("gru_reset_after", new ResetAfterGruCell.Parameters(UNITS)), H);
        Plain plain = actual.plain;
        double[] r = map(plain.gate("reset", X, H), Plain::sigmoid);
        double[] inside = add(product(plain.get("content.W"), H), plain.get("content.b_state"));
        double[] input = add(product(plain.get("content.U"), X), plain.get("content.b"));
        double[] n = map(add(input, times(r, inside)), Math::tanh);
        assertThat(actual.h()).containsExactly(mixed(plain, n), ROUNDING);
    }

    @Test
    void zoneoutMixesByItsMeanOutsideTraining() {
        ComponentRef<Cell<?>> gru = Components.cell("gru", new GruCell.Parameters(UNITS));
        double[] fresh = step(gru, H).h();
        Stepped actual = step(Components.cell("zoneout", new ZoneoutCell.Parameters(gru, 0.3)), H);
        double[] expected = add(map(H, h -> 0.3 * h), map(fresh, h -> 0.7 * h));
        assertThat(actual.h()).containsExactly(expected, ROUNDING);
        assertThat(actual.output).isEqualTo(actual.h());
    }

    @Test
    void zoneoutKeepsOrTakesEachElementInTraining() {
        ComponentRef<Cell<?>> gru = Components.cell("gru", new GruCell.Parameters(UNITS));
        double[] fresh = step(gru, H).h();
        double[] actual = step(
                        Components.cell("zoneout", new ZoneoutCell.Parameters(gru, 0.5)),
                        PassOptions.training(RandomKey.of(4), 1),
                        H)
                .h();
        boolean kept = false;
        boolean taken = false;
        for (int i = 0; i < UNITS; i++) {
            assertThat(actual[i]).isIn(H[i], fresh[i]);
            kept |= actual[i] == H[i];
            taken |= actual[i] == fresh[i];
        }
        assertThat(kept && taken).as("seed 4 keeps some and takes some").isTrue();
    }

    @Test
    void variationalDropoutIsAbsentOutsideTraining() {
        ComponentRef<Cell<?>> gru = Components.cell("gru", new GruCell.Parameters(UNITS));
        Stepped actual =
                step(Components.cell("variational_dropout", new VariationalDropoutCell.Parameters(gru, 0.3, 0.4)), H);
        assertThat(actual.h()).isEqualTo(step(gru, H).h());
    }

    @Test
    void variationalDropoutThinsInputAndStateByOneMaskASequence() {
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(PassOptions.training(RandomKey.of(4), 1, 2))) {
            ParameterStore store = Samples.store(engine);
            var inner = new GruCell(new GruCell.Parameters(UNITS), new TestContext(store, "cell", INPUT, 0, noPorts()));
            var cell = new VariationalDropoutCell<>(inner, INPUT, new VariationalDropoutCell.Rates(0.5, 0.5), "cell");
            var start = cell.initialState(2, pass);
            assertThat(start.inputMask().toDoubles()).containsOnly(0, 2);
            assertThat(start.stateMask().toDoubles()).containsOnly(0, 2);
            Tensor x = pass.tensor(Shape.of(2, INPUT), Samples.normal(1, 2 * INPUT));
            var first = cell.step(x, start);
            assertThat(first.inputMask()).isSameAs(start.inputMask());
            assertThat(first.stateMask()).isSameAs(start.stateMask());
            Tensor expected = inner.step(
                            x.times(start.inputMask()),
                            new GruCell.State(first.inner().h().times(start.stateMask())))
                    .h();
            assertThat(cell.output(cell.step(x, first)).toDoubles()).isEqualTo(expected.toDoubles());
        }
    }

    @Test
    void layerNormNormalisesTheExposedTensor() {
        ComponentRef<Cell<?>> gru = Components.cell("gru", new GruCell.Parameters(UNITS));
        Stepped actual = step(Components.cell("layer_norm", new LayerNormCell.Parameters(gru, 1e-3)), H);
        Plain plain = actual.plain;
        Plain inner = new Plain(plain.store(), plain.path() + ".cell");
        double[] r = map(inner.gate("reset", X, H), Plain::sigmoid);
        double[] n = map(inner.gate("content", X, times(r, H)), Math::tanh);
        double[] expected = layerNorm(mixed(inner, n), plain.get("gain"), plain.get("bias"), 1e-3);
        assertThat(actual.h()).containsExactly(expected, ROUNDING);
    }

    @Test
    void residualAddsTheInput() {
        ComponentRef<Cell<?>> gru = Components.cell("gru", new GruCell.Parameters(INPUT));
        double[] h = Arrays.copyOf(H, INPUT);
        double[] inner = step(gru, h).output;
        Stepped actual = step(Components.cell("residual", new ResidualCell.Parameters(gru)), h);
        assertThat(actual.output).containsExactly(add(inner, X), ROUNDING);
        assertThat(actual.h()).isEqualTo(inner);
    }

    @Test
    void residualShowsWhatTakesThePlaceOfTheExposedTensor() {
        ComponentRef<Cell<?>> gru = Components.cell("gru", new GruCell.Parameters(INPUT));
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(PassOptions.diagnostics())) {
            TestContext context = TestContext.of(Samples.store(engine));
            Cell<?> cell = context.cell(Components.cell("residual", new ResidualCell.Parameters(gru)), "cell", INPUT);
            assertShowsReplaced(cell, pass);
        }
    }

    private static <S extends CellState> void assertShowsReplaced(Cell<S> cell, Pass pass) {
        double[] h = Arrays.copyOf(H, INPUT);
        Tensor other = pass.tensor(Shape.of(1, INPUT), h);
        S start = cell.initialState(1, pass);
        assertThat(cell.output(cell.exposed().with().apply(start, other)).toDoubles())
                .isEqualTo(h);
        S next = cell.step(pass.tensor(Shape.of(1, INPUT), X), start);
        assertThat(cell.output(cell.exposed().with().apply(next, other)).toDoubles())
                .containsExactly(add(h, X), ROUNDING);
    }

    @Test
    void aStackFeedsEachCellFromTheOneBelow() {
        ComponentRef<Cell<?>> rnn = Components.cell("rnn", new RnnCell.Parameters(UNITS));
        Stepped actual = step(Components.cell("stack", new StackedCell.Parameters(List.of(rnn, rnn), 0)), H, C);
        double[] below = map(actual.plain.gate("layer0.hidden", X, H), Math::tanh);
        double[] above = map(actual.plain.gate("layer1.hidden", below, C), Math::tanh);
        assertThat(actual.h()).containsExactly(below, ROUNDING);
        assertThat(actual.c()).containsExactly(above, ROUNDING);
        assertThat(actual.output).isEqualTo(actual.c());
    }

    @Test
    void theForgetGateStartsOpen() {
        try (TendrilEngine engine = Samples.float64()) {
            for (String name : List.of("lstm", "lstm_layer_norm")) {
                ParameterStore store = Samples.store(engine);
                Record parameters =
                        name.equals("lstm") ? new LstmCell.Parameters(UNITS) : new LayerNormLstmCell.Parameters(UNITS);
                TestContext.of(store).cell(Components.cell(name, parameters), "cell", INPUT);
                Optional<double[]> packed = store.find("model.cell.b").map(Tensor::toDoubles);
                double[] forget = packed.map(b -> part(b, 1))
                        .orElseGet(() ->
                                store.find("model.cell.forget.b").orElseThrow().toDoubles());
                assertThat(forget).hasSize(UNITS).containsOnly(1);
                double[] input = packed.map(b -> part(b, 0))
                        .orElseGet(() ->
                                store.find("model.cell.input.b").orElseThrow().toDoubles());
                assertThat(input).hasSize(UNITS).containsOnly(0);
            }
        }
    }

    private static PortTypes noPorts() {
        return new PortTypes(Map.of());
    }

    /** (1 − u) ⊙ h + u ⊙ n. */
    private static double[] mixed(Plain plain, double[] n) {
        double[] u = map(plain.gate("update", X, H), Plain::sigmoid);
        return add(times(map(u, value -> 1 - value), H), times(u, n));
    }

    private static double[] part(double[] packed, int gate) {
        return Arrays.copyOfRange(packed, gate * UNITS, (gate + 1) * UNITS);
    }

    private static Stepped step(ComponentRef<Cell<?>> reference, double[]... state) {
        return step(reference, PassOptions.inference(), state);
    }

    private static Stepped step(ComponentRef<Cell<?>> reference, PassOptions options, double[]... state) {
        try (TendrilEngine engine = Samples.float64();
                Pass pass = engine.open(options)) {
            ParameterStore store = Samples.store(engine);
            Cell<?> cell = TestContext.of(store).cell(reference, "cell", INPUT);
            Samples.shake(engine, store);
            return step(cell, pass, new Plain(store, "model.cell"), state);
        }
    }

    private static <S extends CellState> Stepped step(Cell<S> cell, Pass pass, Plain plain, double[]... state) {
        List<double[]> given = new ArrayList<>(List.of(state));
        S previous = States.mapTensors(cell.initialState(1, pass), tensor -> {
            boolean replaced = !given.isEmpty();
            return replaced ? pass.tensor(tensor.shape(), given.remove(0)) : tensor;
        });
        S next = cell.step(pass.tensor(Shape.of(1, INPUT), X), previous);
        return new Stepped(
                States.tensors(next).stream().map(Tensor::toDoubles).toList(),
                cell.output(next).toDoubles(),
                plain);
    }
}

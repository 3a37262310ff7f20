package dev.tendril.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Gradients;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnrollTest {
    private static final int BATCH = 3;
    private static final int STEPS = 5;
    private static final int INPUTS = 2;
    private static final int HIDDEN = 7;
    private static final Lengths LENGTHS = Lengths.of(5, 0, 3);
    private static final TendrilEngine ENGINE =
            TendrilEngine.builder().threads(1).build();

    private final ParameterStore store = ENGINE.parameters(RandomKey.of(1));
    private final Cells.NormalisedLstm cell = new Cells.NormalisedLstm(store, INPUTS, HIDDEN);

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyRowRunsAsIfItWereAloneAndPaddingIsNeverRead(boolean reversed) {
        UnrollOptions options = new UnrollOptions(reversed, false);
        try (Pass pass = ENGINE.open(PassOptions.diagnostics())) {
            double[] x = padded(Double.NaN);
            Unrolled<Cells.NormalisedLstm.LstmState> all =
                    unroll(pass, pass.tensor(shape(BATCH, STEPS), x), LENGTHS, options);
            double[] outputs = all.outputs().values().toDoubles();
            for (int row = 0; row < BATCH; row++) {
                int length = LENGTHS.at(row);
                double[] own = Arrays.copyOfRange(x, row * STEPS * INPUTS, (row * STEPS + length) * INPUTS);
                Unrolled<Cells.NormalisedLstm.LstmState> alone =
                        unroll(pass, pass.tensor(shape(1, length), own), Lengths.of(length), options);
                assertThat(part(outputs, row * STEPS * HIDDEN, length * HIDDEN))
                        .isEqualTo(alone.outputs().values().toDoubles());
                assertThat(part(outputs, (row * STEPS + length) * HIDDEN, (STEPS - length) * HIDDEN))
                        .isEqualTo(new double[(STEPS - length) * HIDDEN]);
                assertThat(part(all.last().c().toDoubles(), row * HIDDEN, HIDDEN))
                        .isEqualTo(alone.last().c().toDoubles());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void paddingNeverChangesAGradient(boolean reversed) {
        List<double[]> withZeros = gradients(padded(0), new UnrollOptions(reversed, false));
        List<double[]> withNaN = gradients(padded(Double.NaN), new UnrollOptions(reversed, false));
        for (int i = 0; i < withZeros.size(); i++) {
            assertThat(withNaN.get(i)).isEqualTo(withZeros.get(i)).doesNotContain(Double.NaN);
        }
    }

    private List<double[]> gradients(double[] x, UnrollOptions options) {
        try (Pass pass = ENGINE.open(PassOptions.diagnostics())) {
            Tensor input = pass.tensor(shape(BATCH, STEPS), x);
            var unrolled = unroll(pass, input, LENGTHS, options);
            Tensor loss = unrolled.outputs()
                    .values()
                    .square()
                    .sum()
                    .plus(unrolled.last().c().sum());
            List<Tensor> asked = new ArrayList<>(store.parameters());
            asked.add(input);
            Gradients gradients = ENGINE.gradients(loss, asked);
            return asked.stream()
                    .map(tensor -> gradients.of(tensor).toDoubles())
                    .toList();
        }
    }

    @Test
    void stepByStepIsTheWholeSequence() {
        try (Pass pass = ENGINE.open(PassOptions.inference())) {
            Tensor x = Samples.normal(pass, 2, BATCH, STEPS, INPUTS);
            Unrolled<Cells.NormalisedLstm.LstmState> all = ENGINE.unroll(
                    cell,
                    Sequence.of(x, Lengths.all(BATCH, STEPS)),
                    cell.initialState(BATCH, pass),
                    UnrollOptions.forward().keepingStates());
            Cells.NormalisedLstm.LstmState state = cell.initialState(BATCH, pass);
            List<Cells.NormalisedLstm.LstmState> states = all.states().orElseThrow();
            assertThat(states).hasSize(STEPS);
            for (int t = 0; t < STEPS; t++) {
                state = cell.step(x.at(1, t), state);
                assertThat(all.outputs().values().at(1, t).toDoubles())
                        .isEqualTo(cell.output(state).toDoubles());
                assertThat(states.get(t).c().toDoubles()).isEqualTo(state.c().toDoubles());
            }
            assertThat(all.last().h().toDoubles()).isEqualTo(state.h().toDoubles());
        }
    }

    @Test
    void backwardIsForwardOverTheReversedRow() {
        try (Pass pass = ENGINE.open(PassOptions.inference())) {
            double[] x = Samples.normal(3, STEPS * INPUTS);
            double[] turned = new double[x.length];
            for (int t = 0; t < STEPS; t++) {
                System.arraycopy(x, t * INPUTS, turned, (STEPS - 1 - t) * INPUTS, INPUTS);
            }
            Lengths whole = Lengths.of(STEPS);
            var backward = unroll(pass, pass.tensor(shape(1, STEPS), x), whole, UnrollOptions.backward());
            var forward = unroll(pass, pass.tensor(shape(1, STEPS), turned), whole, UnrollOptions.forward());
            assertThat(backward.last().h().toDoubles())
                    .isEqualTo(forward.last().h().toDoubles());
            for (int t = 0; t < STEPS; t++) {
                assertThat(backward.outputs().values().at(1, t).toDoubles())
                        .isEqualTo(
                                forward.outputs().values().at(1, STEPS - 1 - t).toDoubles());
            }
        }
    }

    @Test
    void constantPartsOfTheStateStayTheVeryTensor() {
        Cells.Attentive attentive = new Cells.Attentive(ENGINE.parameters(RandomKey.of(2)), INPUTS, HIDDEN, 4);
        try (Pass pass = ENGINE.open(PassOptions.training(RandomKey.of(1), 1, 2, 3))) {
            Tensor x = pass.tensor(shape(BATCH, STEPS), padded(Double.NaN));
            Cells.Attentive.AttentiveState initial = attentive.initialState(BATCH, pass);
            var unrolled = ENGINE.unroll(attentive, Sequence.of(x, LENGTHS), initial, UnrollOptions.forward());
            assertThat(unrolled.last().memory()).isSameAs(initial.memory());
            assertThat(unrolled.last().seen().shape()).isEqualTo(Shape.of(BATCH, 1 + STEPS, HIDDEN));
            assertThat(unrolled.outputs().values().toDoubles()).doesNotContain(Double.NaN);
        }
    }

    @Test
    void rowsWithoutAnyStepKeepTheirInitialState() {
        try (Pass pass = ENGINE.open(PassOptions.inference())) {
            var unrolled = unroll(
                    pass, pass.full(shape(BATCH, STEPS), Double.NaN), Lengths.of(0, 0, 0), UnrollOptions.backward());
            assertThat(unrolled.outputs().shape()).isEqualTo(Shape.of(BATCH, STEPS, HIDDEN));
            assertThat(unrolled.outputs().values().toDoubles()).containsOnly(0.0);
            assertThat(unrolled.last().h().toDoubles()).containsOnly(0.0);
            var empty = unroll(pass, pass.zeros(shape(BATCH, 0)), Lengths.of(0, 0, 0), UnrollOptions.forward());
            assertThat(empty.outputs().shape()).isEqualTo(Shape.of(BATCH, 0, HIDDEN));
        }
    }

    @Test
    void twoWindowsAreOneWhenNothingIsDetached() {
        List<double[]> whole = windowed(STEPS);
        List<double[]> split = windowed(2);
        for (int i = 0; i < whole.size(); i++) { // gradients of weights are summed window by window
            assertThat(split.get(i)).containsExactly(whole.get(i), within(1e-6));
        }
    }

    private List<double[]> windowed(int first) {
        try (Pass pass = ENGINE.open(PassOptions.diagnostics())) {
            Tensor x = Samples.normal(pass, 2, BATCH, STEPS, INPUTS);
            var state = cell.initialState(BATCH, pass);
            for (int from = 0; from < STEPS; from += first) {
                int to = Math.min(STEPS, from + first);
                state = unrollFrom(state, x.slice(1, from, to)).last();
            }
            Gradients gradients = ENGINE.gradients(state.h().square().sum(), store.parameters());
            List<double[]> values = new ArrayList<>();
            for (Parameter parameter : store.parameters()) {
                values.add(gradients.of(parameter).toDoubles());
            }
            return values;
        }
    }

    private Unrolled<Cells.NormalisedLstm.LstmState> unrollFrom(Cells.NormalisedLstm.LstmState state, Tensor x) {
        Sequence input = Sequence.of(x, Lengths.all(BATCH, x.shape().size(1)));
        return ENGINE.unroll(cell, input, state, UnrollOptions.forward());
    }

    @Test
    void aCancelledPassEndsAtTheNextStep() {
        CancellationToken token = new CancellationToken();
        try (Pass pass = ENGINE.open(PassOptions.inference().cancelledBy(token))) {
            Tensor x = Samples.normal(pass, 2, BATCH, STEPS, INPUTS);
            token.cancel();
            assertThatThrownBy(() -> unroll(pass, x, LENGTHS, UnrollOptions.forward()))
                    .isInstanceOf(CancellationException.class);
        }
    }

    private Unrolled<Cells.NormalisedLstm.LstmState> unroll(
            Pass pass, Tensor x, Lengths lengths, UnrollOptions options) {
        return ENGINE.unroll(cell, Sequence.of(x, lengths), cell.initialState(lengths.rows(), pass), options);
    }

    /** Inputs with one number in all padding. */
    private static double[] padded(double padding) {
        double[] x = Samples.normal(4, BATCH * STEPS * INPUTS);
        for (int row = 0; row < BATCH; row++) {
            Arrays.fill(x, (row * STEPS + LENGTHS.at(row)) * INPUTS, (row + 1) * STEPS * INPUTS, padding);
        }
        return x;
    }

    private static Shape shape(int batch, int steps) {
        return Shape.of(batch, steps, INPUTS);
    }

    private static double[] part(double[] values, int from, int count) {
        return Arrays.copyOfRange(values, from, from + count);
    }
}

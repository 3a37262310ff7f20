package dev.tendril.plugin.attention;

import static dev.tendril.plugin.attention.Plain.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.TendrilException;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.ComponentContext;
import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.plugin.attention.compatibility.Cosine;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two looks of every attention with softmax, against its equation in plain loops. */
class AttentionTest {
    private static final int[] LENGTHS = {4, 0, 7, 1};
    private static final int ROWS = LENGTHS.length;
    private static final int STEPS = 7;
    private static final int FEATURES = 5;
    private static final int LOOKS = 2;

    static Stream<ComponentRef<Attention<?, ?>>> attentions() {
        return Zoo.attentions(Zoo.softmax()).stream();
    }

    /** With every distribution too. */
    static Stream<ComponentRef<Attention<?, ?>>> all() {
        return Zoo.all();
    }

    @Test
    void everyAttentionOfThePluginIsChecked() {
        assertThat(attentions().map(Zoo::name))
                .containsExactlyElementsOf(new AttentionZooPlugin()
                        .attentions().stream().map(AttentionProvider::name).toList());
    }

    @ParameterizedTest
    @MethodSource("attentions")
    void weightsAndContextsAreThoseOfTheEquation(ComponentRef<Attention<?, ?>> reference) {
        try (Made made = Made.of(reference, Precision.FLOAT64);
                Pass pass = made.engine.open(PassOptions.inference())) {
            List<double[]> seen = made.look(pass, Double.NaN);
            for (int row = 0; row < ROWS; row++) {
                double[][] source = made.source(row);
                double[][] before = new double[2][LENGTHS[row]];
                for (int look = 0; look < LOOKS; look++) {
                    Equation.Seen expected =
                            Equation.of(Zoo.name(reference), made.plain(), source, made.query(look, row), before);
                    before = expected.carried();
                    // sums of at most a hundred products of numbers near 1, in another order
                    assertThat(Plain.row(seen.get(2 * look), row, FEATURES))
                            .containsExactly(expected.context(), within(1e-12));
                    assertThat(Plain.row(seen.get(2 * look + 1), row, STEPS))
                            .containsExactly(Arrays.copyOf(expected.weights(), STEPS), within(1e-12));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void paddingChangesNothing(ComponentRef<Attention<?, ?>> reference) {
        for (PassOptions options :
                List.of(PassOptions.inference(), PassOptions.training(RandomKey.of(3), 1, 2, 3, 4))) {
            try (Made made = Made.of(reference, Precision.FLOAT32);
                    Pass pass = made.engine.open(options)) {
                List<double[]> zeros = made.look(pass, 0);
                List<double[]> hostile = made.look(pass, Double.NaN);
                for (int i = 0; i < zeros.size(); i++) {
                    assertThat(hostile.get(i)).isEqualTo(zeros.get(i)).doesNotContain(Double.NaN);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRowWithoutStepsSeesZeros(ComponentRef<Attention<?, ?>> reference) {
        try (Made made = Made.of(reference, Precision.FLOAT32);
                Pass pass = made.engine.open(PassOptions.inference())) {
            List<double[]> seen = made.look(pass, 0);
            for (int i = 0; i < seen.size(); i++) {
                int width = seen.get(i).length / ROWS;
                assertThat(Plain.row(seen.get(i), 1, width)).containsOnly(0);
            }
            Sequence empty = Sequence.of(pass.zeros(Shape.of(2, 0, FEATURES)), Lengths.of(0, 0));
            Tensor query = pass.ones(Shape.of(2, FEATURES));
            List<Tensor> nothing = looks(made.attention, empty, List.of(query, query), pass);
            assertThat(nothing.get(2).toDoubles()).hasSize(2 * FEATURES).containsOnly(0);
            assertThat(nothing.get(3).toDoubles()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aBatchIsItsRowsOneByOne(ComponentRef<Attention<?, ?>> reference) {
        try (Made made = Made.of(reference, Precision.FLOAT32);
                Pass pass = made.engine.open(PassOptions.inference())) {
            List<double[]> together = made.look(pass, 0);
            for (int row = 0; row < ROWS; row++) {
                int length = LENGTHS[row];
                Tensor own =
                        made.source(pass, 0).values().slice(0, row, row + 1).slice(1, 0, length);
                List<Tensor> queries = new ArrayList<>();
                for (Tensor query : made.queries(pass)) {
                    queries.add(query.slice(0, row, row + 1));
                }
                List<Tensor> alone = looks(made.attention, Sequence.of(own, Lengths.of(length)), queries, pass);
                for (int look = 0; look < LOOKS; look++) {
                    double[] context = Plain.row(together.get(2 * look), row, FEATURES);
                    double[] weights = Plain.row(together.get(2 * look + 1), row, STEPS);
                    assertThat(alone.get(2 * look).toDoubles()).containsExactly(context, within(1e-6)); // of float32
                    assertThat(alone.get(2 * look + 1).toDoubles())
                            .containsExactly(Arrays.copyOf(weights, length), within(1e-6));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void memoriesAndStatesAreGatheredByRows(ComponentRef<Attention<?, ?>> reference) {
        try (Made made = Made.of(reference, Precision.FLOAT64);
                Pass pass = made.engine.open(PassOptions.inference())) {
            assertGathers(made.attention, made.source(pass, 0), made.queries(pass), pass);
        }
    }

    private static <M extends CellState, S extends CellState> void assertGathers(
            Attention<M, S> attention, Sequence source, List<Tensor> queries, Pass pass) {
        Ids rows = Ids.row(2, 2, 0);
        M memory = attention.prepare(source, pass);
        S state = attention
                .attend(queries.get(0), memory, attention.initialState(memory, pass))
                .state();
        Tensor straight =
                attention.attend(queries.get(1), memory, state).context().gather(rows);
        Tensor gathered = attention
                .attend(queries.get(1).gather(rows), States.gather(memory, rows), States.gather(state, rows))
                .context();
        assertThat(gathered.toDoubles()).isEqualTo(straight.toDoubles());
    }

    @Test
    void aSourceLongerThanTheLearntPositionsIsRefused() {
        try (Made made = Made.of(Zoo.attentions(Zoo.softmax()).get(6), Precision.FLOAT32);
                Pass pass = made.engine.open(PassOptions.inference())) {
            Sequence source = Sequence.of(pass.zeros(Shape.of(1, 12, FEATURES)), Lengths.of(12));
            assertThatThrownBy(() -> made.attention.prepare(source, pass))
                    .isInstanceOf(TendrilException.class)
                    .hasMessageContaining("12 steps")
                    .hasMessageContaining("11")
                    .hasMessageContaining("'length'");
        }
    }

    @Test
    void aCosineOfUnequalSizesIsRefused() {
        assertThatThrownBy(() -> Cosine.provider().outputSize(new Cosine.Parameters(1, Zoo.softmax()), 3, 5))
                .isInstanceOf(InvalidGraph.class)
                .hasMessageContaining("query of size 3")
                .hasMessageContaining("memory of size 5");
    }

    /** Context and weights of every look, one after the other. */
    private static <M extends CellState, S extends CellState> List<Tensor> looks(
            Attention<M, S> attention, Sequence source, List<Tensor> queries, Pass pass) {
        M memory = attention.prepare(source, pass);
        S state = attention.initialState(memory, pass);
        List<Tensor> seen = new ArrayList<>();
        for (Tensor query : queries) {
            Attention.Attended<S> look = attention.attend(query, memory, state);
            seen.add(look.context());
            seen.add(look.weights());
            state = look.state();
        }
        return seen;
    }

    /** An attention, and the engine that its parameters belong to. */
    private record Made(Attention<?, ?> attention, ParameterStore store, TendrilEngine engine)
            implements AutoCloseable {
        static Made of(ComponentRef<Attention<?, ?>> reference, Precision precision) {
            TendrilEngine engine =
                    TendrilEngine.builder().precision(precision).threads(1).build();
            ParameterStore store = engine.parameters(RandomKey.of(5));
            ComponentContext place = Zoo.bench(store).place("made");
            Made made = new Made(place.attention(reference, "attention", FEATURES, FEATURES), store, engine);
            store.parameters()
                    .forEach(
                            parameter -> { // biases too are to matter
                                int count = (int) parameter.shape().elements();
                                double[] values =
                                        Samples.normal(parameter.path().hashCode(), count);
                                store.assign(
                                        parameter.path(),
                                        engine.constant(parameter.shape(), map(values, value -> value / 2)));
                            });
            return made;
        }

        Plain plain() {
            return new Plain(store, "made.attention");
        }

        Sequence source(Pass pass, double padding) {
            double[] values = Samples.normal(3, ROWS * STEPS * FEATURES);
            for (int at = 0; at < values.length; at++) {
                int step = at / FEATURES % STEPS;
                values[at] = step < LENGTHS[at / FEATURES / STEPS] ? values[at] : padding;
            }
            return Sequence.of(pass.tensor(Shape.of(ROWS, STEPS, FEATURES), values), Lengths.of(LENGTHS));
        }

        double[][] source(int row) {
            double[] values = Samples.normal(3, ROWS * STEPS * FEATURES);
            double[][] steps = new double[LENGTHS[row]][];
            Arrays.setAll(steps, step -> Plain.row(values, row * STEPS + step, FEATURES));
            return steps;
        }

        List<Tensor> queries(Pass pass) {
            List<Tensor> queries = new ArrayList<>();
            for (int look = 0; look < LOOKS; look++) {
                queries.add(pass.tensor(Shape.of(ROWS, FEATURES), Samples.normal(4 + look, ROWS * FEATURES)));
            }
            return queries;
        }

        double[] query(int look, int row) {
            return Plain.row(Samples.normal(4 + look, ROWS * FEATURES), row, FEATURES);
        }

        List<double[]> look(Pass pass, double padding) {
            return looks(attention, source(pass, padding), queries(pass), pass).stream()
                    .map(Tensor::toDoubles)
                    .toList();
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}

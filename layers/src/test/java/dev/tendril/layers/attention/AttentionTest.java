package dev.tendril.layers.attention;

import static dev.tendril.layers.testing.Plain.add;
import static dev.tendril.layers.testing.Plain.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.LayerComponents;
import dev.tendril.layers.initialization.Initializers;
import dev.tendril.layers.testing.Components;
import dev.tendril.layers.testing.GradientCheck;
import dev.tendril.layers.testing.Plain;
import dev.tendril.layers.testing.Samples;
import dev.tendril.layers.testing.TestContext;
import dev.tendril.layers.testing.TestSizes;
import dev.tendril.tensor.TendrilEngine;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttentionTest {
    private static final int[] LENGTHS = {4, 0, 7, 1};
    private static final int STEPS = 7;
    private static final int FEATURES = 5;
    private static final int ROWS = LENGTHS.length;
    private static final Offset<Double> ROUNDING = within(1e-12);

    static Stream<ComponentRef<Attention<?, ?>>> attentions() {
        DotProvider.Parameters dot = new DotProvider.Parameters(Distributions.softmax());
        return Stream.of(
                Components.attention("additive", new AdditiveCompatibility.Parameters(3)),
                Components.attention(
                        "general",
                        new GeneralCompatibility.Parameters(Distributions.softmax(), Initializers.xavierUniform())),
                Components.attention("dot", dot),
                Components.attention("scaled_dot", dot));
    }

    @Test
    void everyAttentionOfTheCoreIsChecked() {
        assertThat(attentions().map(ComponentRef::id))
                .containsExactlyInAnyOrderElementsOf(new LayerComponents()
                        .attentions().stream()
                                .map(each -> "core/" + each.name())
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("attentions")
    void weightsAndContextAreThoseOfTheEquation(ComponentRef<Attention<?, ?>> reference) {
        try (Made made = Made.of(reference, Precision.FLOAT64, FEATURES);
                Pass pass = made.engine.open(PassOptions.inference())) {
            Seen seen = made.look(pass, Double.NaN);
            double[] source = Samples.padded(3, LENGTHS, STEPS, FEATURES, 0);
            double[] queries = Samples.normal(4, ROWS * FEATURES);
            for (int row = 0; row < ROWS; row++) {
                double[] query = Arrays.copyOfRange(queries, row * FEATURES, (row + 1) * FEATURES);
                double[] context = new double[FEATURES];
                double[] weights = new double[STEPS];
                double total = 0;
                for (int step = 0; step < LENGTHS[row]; step++) {
                    weights[step] = Math.exp(score(made, query, vector(source, row, step)));
                    total += weights[step];
                }
                for (int step = 0; step < LENGTHS[row]; step++) {
                    weights[step] /= total;
                    double weight = weights[step];
                    context = add(context, Plain.map(vector(source, row, step), value -> weight * value));
                }
                assertThat(part(seen.weights, row, STEPS)).containsExactly(weights, ROUNDING);
                assertThat(part(seen.context, row, FEATURES)).containsExactly(context, ROUNDING);
            }
        }
    }

    private static double score(Made made, double[] query, double[] value) {
        Plain plain = new Plain(made.store, "model.attention");
        return switch (made.reference.id()) {
            case "core/additive" -> {
                double[] hidden =
                        add(add(product(plain.get("W1"), value), product(plain.get("W2"), query)), plain.get("b"));
                yield product(plain.get("v"), Plain.map(hidden, Math::tanh))[0];
            }
            case "core/general" -> product(product(plain.get("W"), value), query)[0];
            case "core/scaled_dot" -> product(value, query)[0] / Math.sqrt(FEATURES);
            default -> product(value, query)[0];
        };
    }

    @ParameterizedTest
    @MethodSource("attentions")
    void gradientsAreThoseOfFiniteDifferences(ComponentRef<Attention<?, ?>> reference) {
        try (Made made = Made.of(reference, Precision.FLOAT64, FEATURES)) {
            // the source and the query are learnt too, so that their gradients are checked for attentions without
            // weights
            var source = made.store.create(
                    "source",
                    Shape.of(ROWS, STEPS, FEATURES),
                    (shape, draw) -> Samples.padded(3, LENGTHS, STEPS, FEATURES, 0));
            var query = made.store.create(
                    "query", Shape.of(ROWS, FEATURES), (shape, draw) -> Samples.normal(4, ROWS * FEATURES));
            double error = new GradientCheck(made.engine, made.store, PassOptions.diagnostics(), pass -> {
                        Sequence memory = Sequence.of(pass.attach(source), Lengths.of(LENGTHS));
                        Attention.Attended<?> seen = look(made.attention, memory, pass.attach(query), pass);
                        return GradientCheck.weighed(seen.context(), pass)
                                .plus(GradientCheck.weighed(seen.weights(), pass));
                    })
                    .worstError();
            assertThat(error).isLessThan(1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("attentions")
    void paddingNeverChangesWhatIsSeen(ComponentRef<Attention<?, ?>> reference) {
        try (Made made = Made.of(reference, Precision.FLOAT32, FEATURES);
                Pass pass = made.engine.open(PassOptions.inference())) {
            Seen zeros = made.look(pass, 0);
            Seen hostile = made.look(pass, Double.NaN);
            assertThat(hostile.context).isEqualTo(zeros.context).doesNotContain(Double.NaN);
            assertThat(hostile.weights).isEqualTo(zeros.weights);
            assertThat(part(hostile.weights, 1, STEPS))
                    .as("a row without steps")
                    .containsOnly(0);
            assertThat(part(hostile.context, 1, FEATURES)).containsOnly(0);
        }
    }

    @ParameterizedTest
    @MethodSource("attentions")
    void paddingNeverReachesAGradient(ComponentRef<Attention<?, ?>> reference) {
        try (Made made = Made.of(reference, Precision.FLOAT32, FEATURES);
                Pass pass = made.engine.open(PassOptions.diagnostics())) {
            Sequence source = made.source(pass, Double.NaN);
            Tensor query = made.query(pass);
            Tensor loss = look(made.attention, source, query, pass).context().sum();
            var gradients = made.engine.gradients(loss, List.of(source.values(), query));
            assertThat(gradients.of(source.values()).toDoubles()).doesNotContain(Double.NaN);
            assertThat(gradients.of(query).toDoubles()).doesNotContain(Double.NaN);
        }
    }

    @ParameterizedTest
    @MethodSource("attentions")
    void aBatchIsItsRowsOneByOne(ComponentRef<Attention<?, ?>> reference) {
        for (Precision precision : Precision.values()) {
            try (Made made = Made.of(reference, precision, FEATURES);
                    Pass pass = made.engine.open(PassOptions.inference())) {
                Seen together = made.look(pass, 0);
                for (int row = 0; row < ROWS; row++) {
                    Tensor own =
                            made.source(pass, 0).values().slice(0, row, row + 1).slice(1, 0, LENGTHS[row]);
                    Tensor query = made.query(pass).slice(0, row, row + 1);
                    Attention.Attended<?> alone =
                            look(made.attention, Sequence.of(own, Lengths.of(LENGTHS[row])), query, pass);
                    assertThat(alone.context().toDoubles()).isEqualTo(part(together.context, row, FEATURES));
                    assertThat(alone.weights().toDoubles())
                            .isEqualTo(Arrays.copyOf(part(together.weights, row, STEPS), LENGTHS[row]));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("attentions")
    void aReorderedMemoryIsSeenAsItsRowsWere(ComponentRef<Attention<?, ?>> reference) {
        try (Made made = Made.of(reference, Precision.FLOAT64, FEATURES);
                Pass pass = made.engine.open(PassOptions.inference())) {
            assertReorders(made.attention, made.source(pass, 0), made.query(pass), pass);
        }
    }

    private static <M extends CellState, S extends CellState> void assertReorders(
            Attention<M, S> attention, Sequence source, Tensor query, Pass pass) {
        Ids rows = Ids.row(2, 2, 0);
        M memory = attention.prepare(source, pass);
        S state = attention.initialState(memory, pass);
        Tensor straight = attention.attend(query, memory, state).context().gather(rows);
        Tensor reordered = attention
                .attend(query.gather(rows), States.gather(memory, rows), States.gather(state, rows))
                .context();
        assertThat(reordered.toDoubles()).isEqualTo(straight.toDoubles());
    }

    @Test
    void aDotProductOfUnequalSizesIsRefusedWithARemedy() {
        ComponentRef<Attention<?, ?>> dot =
                Components.attention("dot", new DotProvider.Parameters(Distributions.softmax()));
        assertThatThrownBy(() -> new TestSizes().attention(dot, Size.of(3), Size.of(5)))
                .isInstanceOf(InvalidGraph.class)
                .hasMessageContaining("query of size 3")
                .hasMessageContaining("memory of size 5")
                .hasMessageContaining("general");
    }

    private static double[] vector(double[] source, int row, int step) {
        int from = (row * STEPS + step) * FEATURES;
        return Arrays.copyOfRange(source, from, from + FEATURES);
    }

    private static double[] part(double[] values, int row, int width) {
        return Arrays.copyOfRange(values, row * width, (row + 1) * width);
    }

    private static <M extends CellState, S extends CellState> Attention.Attended<S> look(
            Attention<M, S> attention, Sequence source, Tensor query, Pass pass) {
        M memory = attention.prepare(source, pass);
        return attention.attend(query, memory, attention.initialState(memory, pass));
    }

    private record Seen(double[] context, double[] weights) {}

    /** An attention and its parameters. */
    private record Made(
            ComponentRef<Attention<?, ?>> reference,
            Attention<?, ?> attention,
            ParameterStore store,
            TendrilEngine engine)
            implements AutoCloseable {
        static Made of(ComponentRef<Attention<?, ?>> reference, Precision precision, int query) {
            TendrilEngine engine = Samples.engine(precision);
            ParameterStore store = Samples.store(engine);
            var attention = TestContext.of(store).attention(reference, "attention", query, FEATURES);
            Samples.shake(engine, store);
            return new Made(reference, attention, store, engine);
        }

        Sequence source(Pass pass, double padding) {
            double[] values = Samples.padded(3, LENGTHS, STEPS, FEATURES, padding);
            return Sequence.of(pass.tensor(Shape.of(ROWS, STEPS, FEATURES), values), Lengths.of(LENGTHS));
        }

        Tensor query(Pass pass) {
            return pass.tensor(Shape.of(ROWS, FEATURES), Samples.normal(4, ROWS * FEATURES));
        }

        Seen look(Pass pass, double padding) {
            var seen = AttentionTest.look(attention, source(pass, padding), query(pass), pass);
            return new Seen(seen.context().toDoubles(), seen.weights().toDoubles());
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}

package dev.tendril.plugin.attention;

import static dev.tendril.plugin.attention.Plain.add;
import static dev.tendril.plugin.attention.Plain.dot;
import static dev.tendril.plugin.attention.Plain.map;
import static dev.tendril.plugin.attention.Plain.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.plugin.attention.multiplicity.AttentionPooling;
import dev.tendril.plugin.attention.multiplicity.CoAttentionNode;
import dev.tendril.plugin.attention.multiplicity.SegmentsNode;
import dev.tendril.plugin.attention.multiplicity.SelfAttentionNode;
import dev.tendril.tensor.TendrilEngine;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pooling by attention and the nodes that attend, against their equations in plain loops. */
class MultiplicityTest {
    private static final int[] LENGTHS = {4, 0, 7, 1};
    private static final int[] OTHERS = {2, 3, 0, 5};
    private static final int ROWS = LENGTHS.length;
    private static final int STEPS = 7;
    private static final int OTHER_STEPS = 5;
    private static final int FEATURES = 5;
    private static final int OTHER_FEATURES = 2;
    private static final int UNITS = 3;
    private static final int HOPS = 2;

    private final TendrilEngine engine =
            TendrilEngine.builder().precision(Precision.FLOAT64).threads(1).build();
    private final ParameterStore store = engine.parameters(RandomKey.of(5));
    private final Plain plain = new Plain(store, "at.made");

    @AfterEach
    void close() {
        engine.close();
    }

    private Pooling pooling() {
        AttentionPooling.Parameters parameters =
                new AttentionPooling.Parameters(UNITS, Zoo.tanh(), Zoo.softmax(), Zoo.initializer());
        ComponentRef<Pooling> reference = ComponentRef.of("attention-zoo/attention", parameters);
        return Zoo.bench(store).place("at").pooling(reference, "made", FEATURES);
    }

    private Node selfAttention() {
        PortTypes inputs = PortTypes.of("input", EdgeType.sequence("source", Size.of(FEATURES)));
        return node("self_attention", new SelfAttentionNode.Parameters(UNITS, HOPS, Zoo.initializer()), inputs);
    }

    private Node coAttention() {
        PortTypes inputs = PortTypes.of("first", EdgeType.sequence("source", Size.of(FEATURES)))
                .and("second", EdgeType.sequence("other", Size.of(OTHER_FEATURES)));
        return node("co_attention", new CoAttentionNode.Parameters(UNITS, Zoo.softmax(), Zoo.initializer()), inputs);
    }

    private Node node(String name, Record parameters, PortTypes inputs) {
        List<String> tokens = List.of("a", "b", ".");
        Vocabulary.Table table = new Vocabulary.Table(tokens, Optional.empty(), Optional.empty(), Optional.empty());
        ComponentRef<Node> reference = ComponentRef.of("attention-zoo/" + name, parameters);
        return Zoo.bench(store).node(Kind.NODE, reference, "at.made", inputs, Map.of("tokens", new Vocabulary(table)));
    }

    @Test
    void aPoolingIsTheMeanThatItsEquationWeighs() {
        Pooling pooling = pooling();
        shake();
        try (Pass pass = engine.open(PassOptions.inference())) {
            double[] pooled = pooling.pool(first(pass, Double.NaN), pass).toDoubles();
            for (int row = 0; row < ROWS; row++) {
                double[][] source = steps(3, row, LENGTHS, STEPS, FEATURES);
                double[] scores = Arrays.stream(source)
                        .mapToDouble(step -> dot(
                                plain.get("v"), map(add(product(plain.get("W"), step), plain.get("b")), Math::tanh)))
                        .toArray();
                assertThat(Plain.row(pooled, row, FEATURES))
                        .containsExactly(mean(Plain.softmax(scores), source, FEATURES), within(1e-12));
            }
            Sequence empty = Sequence.of(pass.zeros(Shape.of(2, 0, FEATURES)), Lengths.of(0, 0));
            assertThat(pooling.pool(empty, pass).toDoubles())
                    .hasSize(2 * FEATURES)
                    .containsOnly(0);
        }
    }

    @Test
    void hopsArePooledAndPunishedAsTheirEquationSays() {
        Node node = selfAttention();
        shake();
        try (Pass pass = engine.open(PassOptions.inference())) {
            Values outputs = node.forward(Values.of("input", first(pass, Double.NaN)), pass);
            double[] seen = outputs.sequence("output").values().toDoubles();
            double[] penalties = outputs.sequence("penalty").values().toDoubles();
            for (int row = 0; row < ROWS; row++) {
                double[][] source = steps(3, row, LENGTHS, STEPS, FEATURES);
                double[][] weights = new double[HOPS][source.length];
                for (int hop = 0; hop < HOPS; hop++) {
                    double[] readout = Plain.row(plain.get("W2"), hop, UNITS);
                    weights[hop] = Plain.softmax(Arrays.stream(source)
                            .mapToDouble(step -> dot(readout, map(product(plain.get("W1"), step), Math::tanh)))
                            .toArray());
                    assertThat(Plain.row(seen, row * HOPS + hop, FEATURES))
                            .containsExactly(mean(weights[hop], source, FEATURES), within(1e-12));
                }
                double penalty = 0;
                for (int a = 0; a < HOPS; a++) {
                    for (int b = 0; b < HOPS; b++) {
                        penalty += Math.pow(dot(weights[a], weights[b]) - (a == b ? 1 : 0), 2);
                    }
                }
                assertThat(penalties[row]).isCloseTo(source.length == 0 ? 0 : penalty, within(1e-12));
            }
            Sequence empty = Sequence.of(pass.zeros(Shape.of(2, 0, FEATURES)), Lengths.of(0, 0));
            Values nothing = node.forward(Values.of("input", empty), pass);
            assertThat(nothing.sequence("output").values().toDoubles())
                    .hasSize(2 * HOPS * FEATURES)
                    .containsOnly(0);
            assertThat(nothing.sequence("penalty").values().toDoubles()).containsExactly(0, 0);
        }
    }

    @Test
    void twoSequencesLookAtEachOtherAsTheEquationSays() {
        Node node = coAttention();
        shake();
        try (Pass pass = engine.open(PassOptions.inference())) {
            Values outputs = node.forward(
                    Values.of("first", first(pass, Double.NaN)).and("second", second(pass, Double.NaN)), pass);
            double[] seenFirst = outputs.sequence("first").values().toDoubles();
            double[] seenSecond = outputs.sequence("second").values().toDoubles();
            for (int row = 0; row < ROWS; row++) {
                double[][] v = steps(3, row, LENGTHS, STEPS, FEATURES);
                double[][] q = steps(9, row, OTHERS, OTHER_STEPS, OTHER_FEATURES);
                double[][] affinity = new double[q.length][v.length];
                for (int t = 0; t < q.length; t++) {
                    for (int s = 0; s < v.length; s++) {
                        affinity[t][s] = Math.tanh(dot(q[t], product(plain.get("Wb"), v[s])));
                    }
                }
                double[] ofFirst = new double[v.length];
                for (int s = 0; s < v.length; s++) {
                    double[] hidden = product(plain.get("Wv"), v[s]);
                    for (int t = 0; t < q.length; t++) {
                        double share = affinity[t][s];
                        hidden = add(hidden, map(product(plain.get("Wq"), q[t]), each -> share * each));
                    }
                    ofFirst[s] = dot(plain.get("wv"), map(hidden, Math::tanh));
                }
                double[] ofSecond = new double[q.length];
                for (int t = 0; t < q.length; t++) {
                    double[] hidden = product(plain.get("Wq"), q[t]);
                    for (int s = 0; s < v.length; s++) {
                        double share = affinity[t][s];
                        hidden = add(hidden, map(product(plain.get("Wv"), v[s]), each -> share * each));
                    }
                    ofSecond[t] = dot(plain.get("wq"), map(hidden, Math::tanh));
                }
                assertThat(Plain.row(seenFirst, row, FEATURES))
                        .containsExactly(mean(Plain.softmax(ofFirst), v, FEATURES), within(1e-12));
                assertThat(Plain.row(seenSecond, row, OTHER_FEATURES))
                        .containsExactly(mean(Plain.softmax(ofSecond), q, OTHER_FEATURES), within(1e-12));
            }
        }
    }

    @Test
    void aSequenceIsNotCutAtATokenThatItsVocabularyDoesNotHave() {
        PortTypes ports = PortTypes.of("input", EdgeType.sequence("words", Size.of(1)))
                .and("tokens", EdgeType.ids("words", Size.of(3)));
        assertThatThrownBy(() -> node("segments", new SegmentsNode.Parameters("*"), ports))
                .hasMessage(
                        "'separator' is '*', which is no token of the vocabulary at port 'tokens', so nothing would be cut;"
                                + " give a token that the training data have, and that the field's tokenizer and vocabulary keep");
    }

    @Test
    void aSequenceIsCutWhereTheTokenStands() {
        EdgeType vectors = EdgeType.sequence("words", Size.of(1));
        PortTypes ports = PortTypes.of("input", vectors).and("tokens", EdgeType.ids("words", Size.of(3)));
        Node node = node("segments", new SegmentsNode.Parameters("."), ports);
        try (Pass pass = engine.open(PassOptions.inference())) {
            Lengths lengths = Lengths.of(6, 4, 0, 2);
            Tensor steps = pass.tensor(Shape.of(4, 6, 1), (int at) -> at % 6 < lengths.at(at / 6) ? at : Double.NaN);
            IdSequence tokens = IdSequence.of(
                    List.of(new int[] {0, 1, 2, 2, 1, 2}, new int[] {2, 0, 0, 1}, new int[] {}, new int[] {2, 2}));
            Sequence cut = node.forward(
                            Values.of("input", Sequence.of(steps, lengths)).and("tokens", tokens), pass)
                    .sequence("output");
            assertThat(cut.shape()).isEqualTo(Shape.of(4, 2, 3, 1));
            assertThat(cut.lengths()).containsExactly(Lengths.of(2, 1, 0, 0), Lengths.of(2, 1, 3, 0, 0, 0, 0, 0));
            assertThat(cut.values().toDoubles()) // zeros in the padding
                    .startsWith(0, 1, 0, 4, 0, 0, 7, 8, 9, 0, 0, 0)
                    .endsWith(new double[12]);
        }
    }

    private void shake() {
        store.parameters().forEach(parameter -> {
            double[] values = Samples.normal(
                    parameter.path().hashCode(), (int) parameter.shape().elements());
            store.assign(parameter.path(), engine.constant(parameter.shape(), map(values, value -> value / 2)));
        });
    }

    private static double[] mean(double[] weights, double[][] source, int features) {
        double[] mean = new double[features];
        for (int step = 0; step < source.length; step++) {
            double weight = weights[step];
            mean = add(mean, map(source[step], value -> weight * value));
        }
        return mean;
    }

    private static double[][] steps(int seed, int row, int[] lengths, int steps, int features) {
        double[] values = Samples.normal(seed, ROWS * steps * features);
        double[][] own = new double[lengths[row]][];
        Arrays.setAll(own, step -> Plain.row(values, row * steps + step, features));
        return own;
    }

    private static Sequence first(Pass pass, double padding) {
        return sequence(pass, 3, LENGTHS, STEPS, FEATURES, padding);
    }

    private static Sequence second(Pass pass, double padding) {
        return sequence(pass, 9, OTHERS, OTHER_STEPS, OTHER_FEATURES, padding);
    }

    private static Sequence sequence(Pass pass, int seed, int[] lengths, int steps, int features, double padding) {
        double[] values = Samples.normal(seed, ROWS * steps * features);
        for (int at = 0; at < values.length; at++) {
            values[at] = at / features % steps < lengths[at / features / steps] ? values[at] : padding;
        }
        return Sequence.of(pass.tensor(Shape.of(ROWS, steps, features), values), Lengths.of(lengths));
    }
}

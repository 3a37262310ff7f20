package dev.tendril.plugin.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.DistributionProvider;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two looks of every distribution, against its equation in plain loops. */
class DistributionTest {
    private static final int[] LENGTHS = {4, 0, 7, 1};
    private static final int ROWS = LENGTHS.length;
    private static final int STEPS = 7;
    private static final int QUERY = 5;

    private final TendrilEngine engine =
            TendrilEngine.builder().precision(Precision.FLOAT64).threads(1).build();
    private final ParameterStore store = engine.parameters(RandomKey.of(5));

    @AfterEach
    void close() {
        engine.close();
    }

    static Stream<ComponentRef<Distribution<?>>> distributions() {
        return Zoo.distributions().stream();
    }

    @Test
    void everyDistributionOfThePluginIsChecked() {
        assertThat(distributions().map(Zoo::name))
                .containsExactlyElementsOf(new AttentionZooPlugin()
                        .distributions().stream()
                                .map(DistributionProvider::name)
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void weightsAreThoseOfTheEquation(ComponentRef<Distribution<?>> reference) {
        Distribution<?> distribution = made(reference);
        try (Pass pass = engine.open(PassOptions.inference())) {
            List<Tensor> looks = looks(distribution, scores(pass, Double.NaN), queries(pass), mask(pass));
            for (int look = 0; look < 2; look++) {
                double[] weights = looks.get(look).toDoubles();
                for (int row = 0; row < ROWS; row++) {
                    double[] scores =
                            Arrays.copyOf(Plain.row(Samples.normal(20 + look, ROWS * STEPS), row, STEPS), LENGTHS[row]);
                    double[] query = Plain.row(Samples.normal(30 + look, ROWS * QUERY), row, QUERY);
                    double[] expected = expected(Zoo.name(reference), scores, query, look);
                    assertThat(Plain.row(weights, row, STEPS))
                            .containsExactly(Arrays.copyOf(expected, STEPS), within(1e-12)); // sums of seven numbers
                }
            }
        }
    }

    private double[] expected(String id, double[] scores, double[] query, int look) {
        return switch (id) {
            case "sigmoid" -> Plain.map(scores, Plain::sigmoid);
            case "sparsemax" -> nearest(scores);
            case "local_monotonic" -> window(scores, look, 1);
            case "local_predictive" -> predicted(scores, query);
            default -> first(scores);
        };
    }

    /** The nearest point of the simplex, by sorting (Martins and Astudillo 2016, algorithm 1). */
    private static double[] nearest(double[] scores) {
        double[] sorted = Arrays.stream(scores)
                .map(score -> -score)
                .sorted()
                .map(score -> -score)
                .toArray();
        double sum = 0;
        double threshold = 0;
        for (int k = 1; k <= sorted.length; k++) {
            sum += sorted[k - 1];
            if (1 + k * sorted[k - 1] > sum) {
                threshold = (sum - 1) / k;
            }
        }
        double subtracted = threshold;
        return Plain.map(scores, score -> Math.max(0, score - subtracted));
    }

    private static double[] window(double[] scores, double middle, double radius) {
        double total = 0;
        double[] weights = new double[scores.length];
        for (int step = 0; step < scores.length; step++) {
            weights[step] = Math.abs(step - middle) > radius ? 0 : Math.exp(scores[step]);
            total += weights[step];
        }
        double sum = total == 0 ? 1 : total;
        return Plain.map(weights, weight -> weight / sum);
    }

    private double[] predicted(double[] scores, double[] query) {
        Plain plain = new Plain(store, "made.distribution");
        double[] hidden = Plain.map(Plain.product(plain.get("W"), query), Math::tanh);
        double middle = scores.length * Plain.sigmoid(Plain.dot(plain.get("v"), hidden));
        double[] weights = window(scores, middle, 2);
        return IntStream.range(0, scores.length)
                .mapToDouble(step -> weights[step] * Math.exp(-(step - middle) * (step - middle) / 2))
                .toArray();
    }

    private static double[] first(double[] scores) {
        double[] weights = new double[scores.length];
        int best = 0;
        for (int step = 1; step < scores.length; step++) {
            best = scores[step] > scores[best] ? step : best;
        }
        if (weights.length > 0) {
            weights[best] = 1;
        }
        return weights;
    }

    @Test
    void theFirstOfEqualScoresIsChosen() {
        try (Pass pass = engine.open(PassOptions.inference())) {
            Tensor scores = pass.tensor(Shape.of(1, 5), 9, 1, 3, 3, 2);
            Tensor mask = pass.tensor(Shape.of(1, 5), 0, 1, 1, 1, 1);
            List<Tensor> looks = looks(made(Zoo.hard()), List.of(scores), queries(pass), mask);
            assertThat(looks.get(0).toDoubles()).containsExactly(0, 0, 1, 0, 0);
        }
    }

    @Test
    void whileTrainingAStepIsDrawnAsOftenAsItIsLikely() {
        int rows = 20_011;
        double[] scores = {0.3, -1.2, 1.1};
        try (Pass pass = engine.open(
                PassOptions.training(RandomKey.of(3), LongStream.range(0, rows).toArray()))) {
            Shape shape = Shape.of(rows, 3);
            Tensor all = pass.tensor(shape, (int at) -> scores[at % 3]);
            double[] drawn = looks(made(Zoo.hard()), List.of(all), List.of(all), pass.ones(shape))
                    .get(0)
                    .toDoubles();
            double[] shares = new double[3];
            for (int row = 0; row < rows; row++) {
                assertThat(Plain.row(drawn, row, 3)).containsOnly(0, 1);
                assertThat(Arrays.stream(Plain.row(drawn, row, 3)).sum()).isEqualTo(1);
                shares = Plain.add(shares, Plain.map(Plain.row(drawn, row, 3), one -> one / rows));
            }
            // four standard errors of a share of a half
            assertThat(shares).containsExactly(Plain.softmax(scores), within(2 / Math.sqrt(rows)));
        }
    }

    @Test
    void theGradientOfADrawIsTheScoreFunctionTimesTheCostAboveTheBaseline() {
        Distribution<?> hard = made(Zoo.hard());
        try (Pass pass = engine.open(PassOptions.training(RandomKey.of(3), 1, 2, 3, 4))) {
            Tensor scores = scores(pass, 0).get(0);
            Tensor drawn =
                    looks(hard, List.of(scores), queries(pass), mask(pass)).get(0);
            double[] costs = Samples.normal(8, ROWS * STEPS);
            Tensor loss = drawn.times(pass.tensor(drawn.shape(), costs)).sum();
            double[] gradient =
                    engine.gradients(loss, List.of(scores)).of(scores).toDoubles();
            for (int row = 0; row < ROWS; row++) {
                double[] chosen = Plain.row(drawn.toDoubles(), row, STEPS);
                double[] known = Arrays.copyOf(Plain.row(scores.toDoubles(), row, STEPS), LENGTHS[row]);
                double[] likely = Arrays.copyOf(Plain.softmax(known), STEPS);
                double[] score = Plain.add(chosen, Plain.map(likely, probability -> -probability));
                double advantage = Plain.dot(Plain.row(costs, row, STEPS), score);
                assertThat(Plain.row(gradient, row, STEPS))
                        .containsExactly(Plain.map(score, each -> each * advantage), within(1e-12));
            }
        }
    }

    @Test
    void drawsDependOnSeedAndExampleAlone() {
        Distribution<?> hard = made(Zoo.hard());
        double[] first = drawn(hard, RandomKey.of(3));
        assertThat(drawn(hard, RandomKey.of(3))).isEqualTo(first);
        assertThat(drawn(hard, RandomKey.of(4))).isNotEqualTo(first);
    }

    private double[] drawn(Distribution<?> hard, RandomKey key) {
        try (Pass pass = engine.open(PassOptions.training(key, 1, 2, 3, 4))) {
            List<Tensor> looks = looks(hard, scores(pass, 0), queries(pass), mask(pass));
            return Plain.join(looks.get(0).toDoubles(), looks.get(1).toDoubles());
        }
    }

    private Distribution<?> made(ComponentRef<Distribution<?>> reference) {
        return Zoo.bench(store).place("made").distribution(reference, "distribution", QUERY);
    }

    private static <S extends CellState> List<Tensor> looks(
            Distribution<S> distribution, List<Tensor> scores, List<Tensor> queries, Tensor mask) {
        S state = distribution.initialState(mask, mask.pass());
        List<Tensor> weights = new ArrayList<>();
        for (int look = 0; look < scores.size(); look++) {
            Distribution.Weighed<S> weighed = distribution.weigh(queries.get(look), scores.get(look), mask, state);
            weights.add(weighed.weights());
            state = weighed.state();
        }
        return weights;
    }

    private static List<Tensor> scores(Pass pass, double padding) {
        return IntStream.range(0, 2)
                .mapToObj(look -> {
                    double[] numbers = Samples.normal(20 + look, ROWS * STEPS);
                    return pass.tensor(
                            Shape.of(ROWS, STEPS),
                            (int at) -> at % STEPS < LENGTHS[at / STEPS] ? numbers[at] : padding);
                })
                .toList();
    }

    private static List<Tensor> queries(Pass pass) {
        return IntStream.range(0, 2)
                .mapToObj(look -> pass.tensor(Shape.of(ROWS, QUERY), Samples.normal(30 + look, ROWS * QUERY)))
                .toList();
    }

    private static Tensor mask(Pass pass) {
        return pass.tensor(Shape.of(ROWS, STEPS), (int at) -> at % STEPS < LENGTHS[at / STEPS] ? 1 : 0);
    }
}

package dev.tendril.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.TendrilException;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.spi.MetricProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ErrorMetricsTest {

    private static Metric metric(String name) {
        return ErrorMetrics.providers().stream()
                .filter(provider -> provider.name().equals(name))
                .map(ErrorMetricsTest::create)
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked") // none of them has parameters
    private static Metric create(MetricProvider<?> provider) {
        return ((MetricProvider<NoParameters>) provider).create(new NoParameters());
    }

    private static double value(String name, Prediction prediction, Reference reference) {
        Metric.Accumulator accumulator = metric(name).start();
        accumulator.add(prediction, reference);
        return accumulator.value();
    }

    private static Prediction predicted(Double... values) {
        return new Prediction.Numbers(List.of(values));
    }

    private static List<Double> drawn(Random random, int count, double least, double bound) {
        return random.doubles(count, least, bound).boxed().toList();
    }

    @Test
    void areMeansOverAllNumbersOfAllExamples() {
        Random random = new Random(17);
        Map<String, Metric.Accumulator> accumulators = new LinkedHashMap<>();
        ErrorMetrics.providers()
                .forEach(provider ->
                        accumulators.put(provider.name(), create(provider).start()));
        double[] sums = new double[8]; // |e|, e², |e/s|, (e/s)² of the prediction, then of the naive forecast
        int count = 0;
        for (int size : new int[] {3, 1, 0, 5}) {
            List<Double> predicted = drawn(random, size, -11, 11);
            List<Double> wanted = drawn(random, size, -11, 11);
            List<Double> naive = drawn(random, size, -11, 11);
            List<Double> scale = drawn(random, size, 1, 7);
            Reference reference = new Reference.Numbers(wanted, naive, scale);
            accumulators.values().forEach(each -> each.add(new Prediction.Numbers(predicted), reference));
            for (int at = 0; at < size; at++) {
                double[] errors = {predicted.get(at) - wanted.get(at), naive.get(at) - wanted.get(at)};
                for (int of = 0; of < 2; of++) {
                    double scaled = errors[of] / scale.get(at);
                    sums[4 * of] += Math.abs(errors[of]);
                    sums[4 * of + 1] += errors[of] * errors[of];
                    sums[4 * of + 2] += Math.abs(scaled);
                    sums[4 * of + 3] += scaled * scaled;
                }
                count++;
            }
        }
        Map<String, Double> expected = new LinkedHashMap<>();
        for (int of = 0; of < 2; of++) {
            String prefix = of == 0 ? "" : "naive_";
            expected.put(prefix + "mae", sums[4 * of] / count);
            expected.put(prefix + "mse", sums[4 * of + 1] / count);
            expected.put(prefix + "rmse", Math.sqrt(sums[4 * of + 1] / count));
            expected.put(prefix + "mase", sums[4 * of + 2] / count);
            expected.put(prefix + "scaled_mse", sums[4 * of + 3] / count);
        }
        assertThat(accumulators.keySet()).containsExactlyElementsOf(expected.keySet());
        accumulators.forEach((name, accumulator) -> assertThat(accumulator.value())
                .as(name)
                .isCloseTo(Objects.requireNonNull(expected.get(name)), within(1e-12)));
    }

    /** A series that rises by 2 a step: the naive forecast, the value before, is wrong by 2, which is its scale. */
    @Test
    void theNaiveForecastOfASteadySeriesHasAScaledErrorOfOne() {
        Reference reference = new Reference.Numbers(List.of(13.0, 15.0), List.of(11.0, 13.0), List.of(2.0, 2.0));
        assertThat(value("naive_mase", predicted(12.0, 16.0), reference)).isEqualTo(1);
        assertThat(value("mase", predicted(12.0, 16.0), reference)).isEqualTo(0.5);
        assertThat(value("scaled_mse", predicted(12.0, 16.0), reference)).isEqualTo(0.25);
    }

    @Test
    void onAScaleOfZeroAnErrorIsInfiniteAndNoErrorIsNone() {
        Reference reference = new Reference.Numbers(List.of(3.0), List.of(), List.of(0.0));
        assertThat(value("mase", predicted(3.0), reference)).isZero();
        assertThat(value("mase", predicted(2.0), reference)).isInfinite();
    }

    @Test
    void lowerIsBetterAndThereIsNoValueBeforeTheFirstNumber() {
        for (MetricProvider<?> provider : ErrorMetrics.providers()) {
            assertThat(create(provider).higherIsBetter()).isFalse();
            assertThat(create(provider).start().value()).isNaN();
        }
    }

    @Test
    void aMissingKeyOfTheFieldIsNamed() {
        Reference reference = new Reference.Numbers(List.of(3.0, 5.0));
        assertThat(value("mae", predicted(3.0, 6.0), reference)).isEqualTo(0.5);
        assertThatThrownBy(() -> value("mase", predicted(3.0, 6.0), reference))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("metric 'mase' needs the key 'scale'")
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> value("naive_rmse", predicted(3.0, 6.0), reference))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("metric 'naive_rmse' needs the key 'naive'");
    }

    @Test
    void refuseWhatIsNoNumberAndNumbersThatDoNotMatch() {
        assertThat(metric("mae").judges(AccuracyTest.label("a"), new Reference.Label("a")))
                .isFalse();
        assertThat(metric("mae").judges(predicted(1.0), new Reference.Numbers(List.of(1.0))))
                .isTrue();
        assertThatThrownBy(() -> value("mae", AccuracyTest.label("a"), new Reference.Label("a")))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("metric 'mae' judges numbers");
        assertThatThrownBy(() -> value("mae", predicted(1.0, 2.0), new Reference.Numbers(List.of(1.0))))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("2 predicted numbers for 1 wanted");
    }
}

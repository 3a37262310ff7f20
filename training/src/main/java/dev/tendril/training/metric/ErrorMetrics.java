package dev.tendril.training.metric;

import dev.tendril.api.spi.MetricProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.training.Metric;
import java.util.ArrayList;
import java.util.List;

/** The metrics of numbers: every {@link Measure} of the predicted numbers, and again of the naive forecast beside them. */
public final class ErrorMetrics {
    private ErrorMetrics() {}

    /** What registers them. */
    public static List<MetricProvider<?>> providers() {
        List<MetricProvider<?>> providers = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            providers.add(new Plain(
                    measure.label(),
                    measure.words() + ", over all predicted numbers.",
                    measure,
                    ErrorMetric.Forecast.PREDICTED));
        }
        for (Measure measure : Measure.values()) {
            providers.add(new Plain(
                    "naive_" + measure.label(),
                    measure.words() + ", of the naive forecast instead of the prediction.",
                    measure,
                    ErrorMetric.Forecast.NAIVE));
        }
        return List.copyOf(providers);
    }

    /**
     * Registers a metric of numbers.
     *
     * @param name in YAML
     * @param description one sentence
     * @param measure how the errors become one figure
     * @param forecast what is judged
     */
    private record Plain(String name, String description, Measure measure, ErrorMetric.Forecast forecast)
            implements MetricProvider<NoParameters> {
        @Override
        public Class<NoParameters> parameters() {
            return NoParameters.class;
        }

        @Override
        public Metric create(NoParameters parameters) {
            return new ErrorMetric(name, measure, forecast);
        }
    }
}

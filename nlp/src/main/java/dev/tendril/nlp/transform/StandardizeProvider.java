package dev.tendril.nlp.transform;

import dev.tendril.api.data.FitContext;
import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Transform;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.TransformProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Registers {@code standardize}: every feature gets mean 0 and standard deviation 1 over all steps of the training split.
 * <pre>
 *   x′ = (x − μ) / σ      σ² = Σ (x − μ)² / n; a feature that never changes keeps its scale
 * </pre>
 */
public final class StandardizeProvider implements TransformProvider<NoParameters> {
    @Override
    public String name() {
        return "standardize";
    }

    @Override
    public Class<NoParameters> parameters() {
        return NoParameters.class;
    }

    @Override
    public String description() {
        return "Gives every feature mean 0 and standard deviation 1 over the steps of the training split.";
    }

    @Override
    public Fitted<Moments, Raw.Numbers, Transform> create(NoParameters parameters) {
        return new Fit();
    }

    private static final class Fit implements Fitted<Moments, Raw.Numbers, Transform> {
        @Override
        public Class<Moments> state() {
            return Moments.class;
        }

        /** Welford's update, feature by feature, so that a large mean costs no digits. */
        @Override
        public Moments fit(Iterable<Raw.Numbers> examples, FitContext context) {
            double[] means = {};
            double[] squares = {};
            long count = 0;
            for (Raw.Numbers example : examples) {
                double[] values = example.values();
                int features = example.shape().size(-1);
                if (count == 0) {
                    means = new double[features];
                    squares = new double[features];
                }
                for (int from = 0; from < values.length; from += features) {
                    count++;
                    for (int feature = 0; feature < features; feature++) {
                        double off = values[from + feature] - means[feature];
                        means[feature] += off / count;
                        squares[feature] += off * (values[from + feature] - means[feature]);
                    }
                }
            }
            List<Double> deviations = new ArrayList<>();
            for (double square : squares) {
                deviations.add(Math.sqrt(square / count));
            }
            return new Moments(Arrays.stream(means).boxed().toList(), deviations);
        }

        @Override
        public Transform build(Moments state) {
            return new Linear(
                    state.means(),
                    state.deviations().stream()
                            .map(deviation -> deviation == 0 ? 1.0 : deviation)
                            .toList());
        }
    }
}

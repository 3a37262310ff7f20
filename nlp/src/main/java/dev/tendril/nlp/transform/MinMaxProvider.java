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
 * Registers {@code min_max}: every feature lies between 0 and 1 on the training split.
 * <pre>
 *   x′ = (x − smallest) / (largest − smallest)      a feature that never changes keeps its scale
 * </pre>
 */
public final class MinMaxProvider implements TransformProvider<NoParameters> {
    @Override
    public String name() {
        return "min_max";
    }

    @Override
    public Class<NoParameters> parameters() {
        return NoParameters.class;
    }

    @Override
    public String description() {
        return "Puts every feature between 0, its smallest number in the training split, and 1, its largest.";
    }

    @Override
    public Fitted<Extremes, Raw.Numbers, Transform> create(NoParameters parameters) {
        return new Fit();
    }

    private static final class Fit implements Fitted<Extremes, Raw.Numbers, Transform> {
        @Override
        public Class<Extremes> state() {
            return Extremes.class;
        }

        @Override
        public Extremes fit(Iterable<Raw.Numbers> examples, FitContext context) {
            double[] smallest = {};
            double[] largest = {};
            for (Raw.Numbers example : examples) {
                double[] values = example.values();
                int features = example.shape().size(-1);
                if (smallest.length == 0 && values.length > 0) {
                    smallest = Arrays.copyOf(values, features);
                    largest = smallest.clone();
                }
                for (int i = 0; i < values.length; i++) {
                    smallest[i % features] = Math.min(smallest[i % features], values[i]);
                    largest[i % features] = Math.max(largest[i % features], values[i]);
                }
            }
            return new Extremes(
                    Arrays.stream(smallest).boxed().toList(),
                    Arrays.stream(largest).boxed().toList());
        }

        @Override
        public Transform build(Extremes state) {
            List<Double> scales = new ArrayList<>();
            for (int feature = 0; feature < state.smallest().size(); feature++) {
                double range = state.largest().get(feature) - state.smallest().get(feature);
                scales.add(range == 0 ? 1.0 : range);
            }
            return new Linear(state.smallest(), scales);
        }
    }
}

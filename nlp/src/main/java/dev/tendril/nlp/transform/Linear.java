package dev.tendril.nlp.transform;

import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Transform;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * Feature by feature, x′ = (x − offset) / scale.
 *
 * @param offsets by feature
 * @param scales by feature; none is 0
 */
record Linear(List<Double> offsets, List<Double> scales) implements Transform {
    Linear {
        if (offsets.size() != scales.size() || scales.contains(0.0)) {
            throw new IllegalArgumentException(
                    offsets.size() + " offsets and " + scales.size() + " scales, or one is 0");
        }
        offsets = List.copyOf(offsets);
        scales = List.copyOf(scales);
    }

    @Override
    public Raw.Numbers apply(Raw.Numbers numbers) {
        return each(numbers, (x, feature) -> (x - offset(feature)) / scale(feature));
    }

    @Override
    public Raw.Numbers invert(Raw.Numbers numbers) {
        return each(numbers, (x, feature) -> x * scale(feature) + offset(feature));
    }

    private double offset(double feature) {
        return offsets.get((int) feature);
    }

    private double scale(double feature) {
        return scales.get((int) feature);
    }

    private Raw.Numbers each(Raw.Numbers numbers, DoubleBinaryOperator function) {
        double[] values = numbers.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = function.applyAsDouble(values[i], i % offsets.size());
        }
        return new Raw.Numbers(numbers.shape(), values);
    }
}

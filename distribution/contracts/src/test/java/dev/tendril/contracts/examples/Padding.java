package dev.tendril.contracts.examples;

import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills padding, which may hold anything, with what nothing survives: NaN. */
final class Padding {
    private Padding() {}

    /** The values, all numbers behind the lengths NaN. Ids are left alone: an id always names something. */
    static Values poisoned(Values values, Pass pass) {
        Map<String, List<Value>> poisoned = new LinkedHashMap<>();
        values.values()
                .forEach((port, list) -> poisoned.put(
                        port, list.stream().map(value -> poisoned(value, pass)).toList()));
        return new Values(poisoned);
    }

    private static Value poisoned(Value value, Pass pass) {
        if (!(value instanceof Sequence sequence) || sequence.levels() == 0) {
            return value;
        }
        Tensor mask = mask(sequence, pass);
        for (int axis = mask.shape().rank(); axis < sequence.shape().rank(); axis++) {
            mask = mask.unsqueeze(-1);
        }
        return sequence.with(mask.select(sequence.in(pass).values(), Double.NaN));
    }

    /** 1 where every time axis is within its length: [B, T] or [B, S, W]. */
    private static Tensor mask(Sequence sequence, Pass pass) {
        Shape shape = Shape.of(sequence.rows());
        boolean[] real = new boolean[sequence.rows()];
        Arrays.fill(real, true);
        for (int level = 0; level < sequence.levels(); level++) {
            int steps = sequence.shape().size(level + 1);
            real = within(real, sequence.lengths().get(level), steps);
            shape = shape.append(steps);
        }
        double[] mask = new double[real.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = real[i] ? 1 : 0;
        }
        return pass.tensor(shape, mask);
    }

    private static boolean[] within(boolean[] rows, Lengths lengths, int steps) {
        boolean[] real = new boolean[rows.length * steps];
        for (int i = 0; i < real.length; i++) {
            real[i] = rows[i / steps] && i % steps < lengths.at(i / steps);
        }
        return real;
    }
}

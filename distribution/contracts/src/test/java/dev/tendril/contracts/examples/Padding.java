package dev.tendril.contracts.examples;

import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
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
        Tensor real =
                sequence.with(pass.ones(sequence.shape())).zeroPadded(pass).values();
        return sequence.with(real.select(sequence.in(pass).values(), Double.NaN));
    }
}

package dev.tendril.testkit;

import dev.tendril.api.data.Value;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** What holds for every loss, one of a head too: it is a scalar, a sum over rows, and its weight knows nothing else. */
final class Losses {
    private static final double ANOTHER_ORDER = 1e-10;
    private static final String LOSS = "loss";
    private static final String WEIGHT = "weight";

    private Losses() {}

    /**
     * Fails unless loss and weight of a batch are the sums of those of its rows.
     *
     * @param maker of a subject whose output {@code loss} is the loss
     * @param target name of the input that the weight is computed from
     * @param weight of a target
     */
    static void check(Subject.Maker maker, String target, ToDoubleFunction<Value> weight) {
        try (TendrilEngine engine = Engines.of(Precision.FLOAT64, 1)) {
            Run run = Run.of(engine, maker);
            SampleBatch batch = run.batch();
            Map<String, Numbers> together = numbers(run, batch, target, weight);
            Sizes.check(
                    "a loss is a scalar",
                    Shape.scalar(),
                    Objects.requireNonNull(together.get(LOSS)).shape());
            double[] loss = new double[1];
            double[] weights = new double[1];
            for (int row = 0; row < batch.rows(); row++) {
                Map<String, Numbers> alone = numbers(run, batch.row(row), target, weight);
                loss[0] += Objects.requireNonNull(alone.get(LOSS)).values()[0];
                weights[0] += Objects.requireNonNull(alone.get(WEIGHT)).values()[0];
            }
            Map<String, Numbers> summed =
                    Map.of(LOSS, new Numbers(Shape.scalar(), loss), WEIGHT, new Numbers(Shape.scalar(), weights));
            new Same("in the batch", "as the sum of its rows")
                    .close("a loss and its weight are sums over rows", together, summed, ANOTHER_ORDER);
            negative(Objects.requireNonNull(together.get(WEIGHT)).values()[0]);
        }
    }

    private static void negative(double weight) {
        boolean fine = weight >= 0; // false for NaN
        Failures.failIf(fine ? List.of() : List.of("it is " + weight), "a weight is not negative");
    }

    private static Map<String, Numbers> numbers(
            Run run, SampleBatch batch, String target, ToDoubleFunction<Value> weight) {
        Map<String, Numbers> numbers = new LinkedHashMap<>();
        try (Pass pass = run.engine().open(Run.options(false, batch))) {
            var tensors = run.tensors(batch, pass);
            Subject.Output loss =
                    Objects.requireNonNull(run.compute(batch, tensors, pass).get(LOSS));
            numbers.put(LOSS, Numbers.of(loss.tensor()));
            List<Sample> samples = new ArrayList<>(batch.samples());
            for (int i = 0; i < samples.size(); i++) {
                Sample sample = samples.get(i);
                if (sample.input().name().equals(target)) {
                    Value value = sample.ids() ? sample.idValue() : sample.value(tensors.get(i));
                    numbers.put(WEIGHT, new Numbers(Shape.scalar(), new double[] {weight.applyAsDouble(value)}));
                }
            }
        }
        return numbers;
    }
}

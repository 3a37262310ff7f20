package dev.tendril.training;

import dev.tendril.api.TendrilException;
import dev.tendril.api.training.Evaluator;
import java.util.Map;
import java.util.Optional;

/**
 * How the epochs are judged.
 *
 * @param evaluator judges the model on the validation split
 * @param metric the watched metric, one that the evaluator gives: the epoch where it is best is the one whose parameters are kept
 * @param higherIsBetter whether a larger value of it is better
 * @param earlyStopping when to end before all epochs are run, if wanted
 */
public record Judging(
        Evaluator evaluator, String metric, boolean higherIsBetter, Optional<EarlyStopping> earlyStopping) {
    /** Keeps the epoch of the lowest loss, and runs all epochs. */
    public static Judging byLoss(Evaluator evaluator) {
        return new Judging(evaluator, "loss", false, Optional.empty());
    }

    /** The watched value among those of an evaluator, turned so that smaller is better. */
    double watched(Map<String, Double> values) {
        Double value = values.get(metric);
        if (value == null) {
            throw new TendrilException("the watched metric '" + metric + "' is not among those judged: "
                    + values.keySet() + "; watch one of these, or add it to the evaluation");
        }
        return higherIsBetter ? 0 - value : value;
    }
}

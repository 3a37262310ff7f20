package dev.tendril.training.metric;

import dev.tendril.api.TendrilException;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.training.Reference;
import java.util.List;
import java.util.function.BiConsumer;

/** Predicted and wanted classes of an example: one pair, or one a step. */
final class Classes {
    private Classes() {}

    /** Whether these are one class each, or one a step. */
    static boolean judged(Prediction prediction, Reference reference) {
        return (prediction instanceof Prediction.Label && reference instanceof Reference.Label)
                || (prediction instanceof Prediction.Labels && reference instanceof Reference.Text);
    }

    /**
     * Hands over each pair, predicted first.
     *
     * @param metric name of the metric, for messages
     * @throws TendrilException if the prediction is not a classification, or the steps do not match
     */
    static void pairs(String metric, Prediction prediction, Reference reference, BiConsumer<String, String> pair) {
        if (prediction instanceof Prediction.Label label && reference instanceof Reference.Label wanted) {
            pair.accept(label.label(), wanted.label());
        } else if (prediction instanceof Prediction.Labels labels && reference instanceof Reference.Text wanted) {
            steps(metric, labels.labels(), wanted.tokens(), pair);
        } else {
            throw Unsuited.to(metric, "classes, one an example or one a step", prediction, reference);
        }
    }

    private static void steps(
            String metric, List<String> predicted, List<String> wanted, BiConsumer<String, String> pair) {
        Unsuited.unlessAsMany(metric, "classes", predicted.size(), wanted.size());
        for (int step = 0; step < wanted.size(); step++) {
            pair.accept(predicted.get(step), wanted.get(step));
        }
    }
}

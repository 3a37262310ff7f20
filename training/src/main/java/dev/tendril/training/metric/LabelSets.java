package dev.tendril.training.metric;

import dev.tendril.api.TendrilException;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.training.Reference;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Predicted and wanted sets of labels of an example: one pair, or one a step. */
final class LabelSets {
    private LabelSets() {}

    /** Whether these are one set of labels each, or one a step. */
    static boolean judged(Prediction prediction, Reference reference) {
        return (prediction instanceof Prediction.LabelSet && reference instanceof Reference.LabelSet)
                || (prediction instanceof Prediction.LabelSets && reference instanceof Reference.LabelSets);
    }

    /**
     * Hands over each pair, predicted first.
     *
     * @param metric name of the metric, for messages
     * @throws TendrilException if the prediction is not one of label sets, or the steps do not match
     */
    static void pairs(
            String metric, Prediction prediction, Reference reference, BiConsumer<Set<String>, Set<String>> pair) {
        if (prediction instanceof Prediction.LabelSet set && reference instanceof Reference.LabelSet wanted) {
            pair.accept(Set.copyOf(set.labels()), wanted.labels());
        } else if (prediction instanceof Prediction.LabelSets sets && reference instanceof Reference.LabelSets wanted) {
            steps(metric, sets.steps(), wanted.steps(), pair);
        } else {
            throw Unsuited.to(metric, "sets of labels, one an example or one a step", prediction, reference);
        }
    }

    private static void steps(
            String metric,
            List<Prediction.LabelSet> predicted,
            List<Set<String>> wanted,
            BiConsumer<Set<String>, Set<String>> pair) {
        Unsuited.unlessAsMany(metric, "sets of labels", predicted.size(), wanted.size());
        for (int step = 0; step < wanted.size(); step++) {
            pair.accept(Set.copyOf(predicted.get(step).labels()), wanted.get(step));
        }
    }
}

package dev.tendril.cli;

import dev.tendril.api.model.Prediction;
import dev.tendril.api.model.Predictions;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Predictions as lines for people and pipes: the label, the text, the labels or numbers with a space between them; the labels of a set
 * with commas, {@code -} if it is empty. Several candidates, and several heads, stand on one line with tabs between them; a line break
 * inside a prediction is written {@code \\n}.
 */
final class PredictionText {
    private PredictionText() {}

    /** What a model says about one input, in one line. */
    static String of(Predictions predictions) {
        return predictions.heads().values().stream().map(PredictionText::of).collect(Collectors.joining("\t"));
    }

    private static String of(Prediction prediction) {
        if (prediction instanceof Prediction.Label label) {
            return oneLine(label.label());
        }
        if (prediction instanceof Prediction.Text text) {
            return text.candidates().stream()
                    .map(candidate -> oneLine(candidate.text()))
                    .collect(Collectors.joining("\t"));
        }
        if (prediction instanceof Prediction.Labels labels) {
            return oneLine(String.join(" ", labels.labels()));
        }
        if (prediction instanceof Prediction.LabelSet set) {
            return set(set);
        }
        if (prediction instanceof Prediction.LabelSets sets) {
            return sets.steps().stream().map(PredictionText::set).collect(Collectors.joining(" "));
        }
        return numbers(((Prediction.Numbers) prediction).values());
    }

    private static String set(Prediction.LabelSet set) {
        return set.labels().isEmpty() ? "-" : oneLine(String.join(",", set.labels()));
    }

    private static String numbers(List<Double> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String oneLine(String text) {
        return text.replace("\n", "\\n").replace("\r", "\\r");
    }
}

package dev.tendril.nlp.metric;

import dev.tendril.api.model.Prediction;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Reference;
import java.util.Set;

/**
 * Share of examples whose predicted text is the wanted text, character by character, or whose predicted sets of labels are the wanted
 * ones, step by step.
 */
final class ExactMatch implements Metric {
    static final String NAME = "exact_match";

    @Override
    public boolean judges(Prediction prediction, Reference reference) {
        return TextPair.judged(prediction, reference)
                || (prediction instanceof Prediction.LabelSet && reference instanceof Reference.LabelSet)
                || (prediction instanceof Prediction.LabelSets && reference instanceof Reference.LabelSets);
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Accumulator start() {
        return new Accumulator() {
            private long examples;
            private long matches;

            @Override
            public void add(Prediction prediction, Reference reference) {
                matches += equal(prediction, reference) ? 1 : 0;
                examples++;
            }

            @Override
            public double value() {
                return (double) matches / examples;
            }
        };
    }

    private static boolean equal(Prediction prediction, Reference reference) {
        if (prediction instanceof Prediction.LabelSet predicted && reference instanceof Reference.LabelSet wanted) {
            return labels(predicted).equals(wanted.labels());
        }
        if (prediction instanceof Prediction.LabelSets predicted && reference instanceof Reference.LabelSets wanted) {
            return predicted.steps().stream().map(ExactMatch::labels).toList().equals(wanted.steps());
        }
        TextPair pair = TextPair.of(NAME, prediction, reference);
        return pair.predicted().text().equals(pair.wanted().text());
    }

    private static Set<String> labels(Prediction.LabelSet predicted) {
        return Set.copyOf(predicted.labels());
    }
}

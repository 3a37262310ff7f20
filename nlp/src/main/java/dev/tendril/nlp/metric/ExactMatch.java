package dev.tendril.nlp.metric;

import dev.tendril.api.model.Prediction;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Reference;

/** Share of examples whose predicted text is the wanted text, character by character. */
final class ExactMatch implements Metric {
    static final String NAME = "exact_match";

    @Override
    public boolean judges(Prediction prediction, Reference reference) {
        return TextPair.judged(prediction, reference);
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
                TextPair pair = TextPair.of(NAME, prediction, reference);
                matches += pair.predicted().text().equals(pair.wanted().text()) ? 1 : 0;
                examples++;
            }

            @Override
            public double value() {
                return (double) matches / examples;
            }
        };
    }
}

package dev.tendril.nlp.metric;

import dev.tendril.api.model.Prediction;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Reference;
import java.util.List;
import java.util.function.Function;

/**
 * Edits per unit of the reference: the edit distances of all examples, summed, over the lengths of all references, summed (Morris et
 * al. 2004 for words). 0 is perfect; it exceeds 1 where predictions are much too long. Edits over references without a unit are
 * infinitely many.
 */
final class EditRate implements Metric {
    private final String name;
    private final Units units;

    /** How a text is cut into units. */
    record Units(Function<Prediction.Candidate, List<?>> predicted, Function<Reference.Text, List<?>> wanted) {}

    EditRate(String name, Units units) {
        this.name = name;
        this.units = units;
    }

    @Override
    public boolean judges(Prediction prediction, Reference reference) {
        return TextPair.judged(prediction, reference);
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    public Accumulator start() {
        return new Accumulator() {
            private long examples;
            private long edits;
            private long length;

            @Override
            public void add(Prediction prediction, Reference reference) {
                TextPair pair = TextPair.of(name, prediction, reference);
                List<?> wanted = units.wanted().apply(pair.wanted());
                edits += EditDistance.between(units.predicted().apply(pair.predicted()), wanted);
                length += wanted.size();
                examples++;
            }

            @Override
            public double value() {
                return examples > 0 && edits == 0 ? 0 : (double) edits / length;
            }
        };
    }
}

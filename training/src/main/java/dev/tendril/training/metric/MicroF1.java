package dev.tendril.training.metric;

import dev.tendril.api.model.Prediction;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Reference;

/**
 * Micro-averaged F1 of sets of labels: every label of every example or step is one decision, and all decisions count alike.
 * <pre>
 *   F1 = 2 TP / (2 TP + FP + FN)
 * </pre>
 * where TP counts labels predicted and wanted, FP predicted only, FN wanted only. Where there is nothing to find, F1 is 1 if nothing
 * was found.
 */
final class MicroF1 implements Metric {
    @Override
    public boolean judges(Prediction prediction, Reference reference) {
        return LabelSets.judged(prediction, reference);
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Accumulator start() {
        return new Accumulator() {
            private final Tally tally = new Tally();
            private boolean any;

            @Override
            public void add(Prediction prediction, Reference reference) {
                LabelSets.pairs(MicroF1Provider.NAME, prediction, reference, tally::addAll);
                any = true;
            }

            @Override
            public double value() {
                return any ? tally.f1() : Double.NaN;
            }
        };
    }
}

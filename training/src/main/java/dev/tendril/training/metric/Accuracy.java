package dev.tendril.training.metric;

import dev.tendril.api.model.Prediction;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Reference;

/** Share of right classes: over examples, or over the steps of all examples together. */
final class Accuracy implements Metric {
    @Override
    public boolean judges(Prediction prediction, Reference reference) {
        return Classes.judged(prediction, reference);
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Accumulator start() {
        return new Count();
    }

    private static final class Count implements Accumulator {
        private long right;
        private long all;

        @Override
        public void add(Prediction prediction, Reference reference) {
            Classes.pairs(AccuracyProvider.NAME, prediction, reference, (predicted, wanted) -> {
                all++;
                if (predicted.equals(wanted)) {
                    right++;
                }
            });
        }

        @Override
        public double value() {
            return all == 0 ? Double.NaN : (double) right / all;
        }
    }
}

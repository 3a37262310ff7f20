package dev.tendril.training.metric;

import dev.tendril.api.model.Prediction;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Reference;
import java.util.Map;
import java.util.TreeMap;

/**
 * Macro-averaged F1: the unweighted mean, over the classes that occur among the wanted ones, of
 * <pre>
 *   F1(c) = 2 TP / (2 TP + FP + FN)
 * </pre>
 * where TP counts c predicted and wanted, FP predicted only, FN wanted only. A class that is predicted but never wanted has no
 * term of its own; it shows as FN of the classes it was mistaken for. (The mean of F1 scores, not the F1 of mean precision and
 * recall; Opitz &amp; Burst 2019 compare the two.)
 */
final class MacroF1 implements Metric {
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
        return new Confusions();
    }

    private static final class Confusions implements Accumulator {
        /** By class, in order, so that the mean is summed in a fixed order. */
        private final Map<String, Counts> classes = new TreeMap<>();

        @Override
        public void add(Prediction prediction, Reference reference) {
            Classes.pairs(MacroF1Provider.NAME, prediction, reference, (predicted, wanted) -> {
                counts(wanted).wanted++;
                counts(predicted).predicted++;
                if (predicted.equals(wanted)) {
                    counts(wanted).both++;
                }
            });
        }

        @Override
        public double value() {
            return classes.values().stream()
                    .filter(counts -> counts.wanted > 0)
                    .mapToDouble(Counts::f1)
                    .average()
                    .orElse(Double.NaN);
        }

        private Counts counts(String name) {
            return classes.computeIfAbsent(name, unseen -> new Counts());
        }
    }

    private static final class Counts {
        private long wanted;
        private long predicted;
        private long both;

        /** 2 TP + FP + FN is what was wanted plus what was predicted. */
        private double f1() {
            return 2.0 * both / (wanted + predicted);
        }
    }
}

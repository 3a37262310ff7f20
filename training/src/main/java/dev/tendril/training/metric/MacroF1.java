package dev.tendril.training.metric;

import dev.tendril.api.model.Prediction;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Reference;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Macro-averaged F1: the unweighted mean, over the classes that occur among the wanted ones, of
 * <pre>
 *   F1(c) = 2 TP / (2 TP + FP + FN)
 * </pre>
 * where TP counts c predicted and wanted, FP predicted only, FN wanted only. A class that is predicted but never wanted has no
 * term of its own; it shows as FN of the classes it was mistaken for. (The mean of F1 scores, not the F1 of mean precision and
 * recall; Opitz &amp; Burst 2019 compare the two.)
 *
 * <p>Of sets of labels, each label is a class, which the set of an example or step holds or does not. One that is never wanted has no
 * term there either, and shows nowhere; {@link MicroF1} counts it. Where no label is wanted at all the value is NaN.
 */
final class MacroF1 implements Metric {
    @Override
    public boolean judges(Prediction prediction, Reference reference) {
        return Classes.judged(prediction, reference) || LabelSets.judged(prediction, reference);
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
        private final Map<String, Tally> classes = new TreeMap<>();

        @Override
        public void add(Prediction prediction, Reference reference) {
            if (LabelSets.judged(prediction, reference)) {
                LabelSets.pairs(MacroF1Provider.NAME, prediction, reference, this::count);
            } else {
                Classes.pairs(
                        MacroF1Provider.NAME,
                        prediction,
                        reference,
                        (predicted, wanted) -> count(Set.of(predicted), Set.of(wanted)));
            }
        }

        @Override
        public double value() {
            return classes.values().stream()
                    .filter(Tally::anyWanted)
                    .mapToDouble(Tally::f1)
                    .average()
                    .orElse(Double.NaN);
        }

        private void count(Set<String> predicted, Set<String> wanted) {
            Set<String> any = new HashSet<>(predicted);
            any.addAll(wanted);
            for (String name : any) {
                classes.computeIfAbsent(name, unseen -> new Tally())
                        .add(predicted.contains(name), wanted.contains(name));
            }
        }
    }
}

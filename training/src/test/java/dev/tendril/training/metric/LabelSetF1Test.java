package dev.tendril.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.TendrilException;
import dev.tendril.api.model.Prediction;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** F1 of sets of labels, over all decisions and label by label. */
final class LabelSetF1Test {
    private static final int LABELS = 5;

    private final Metric micro = new MicroF1Provider().create(new NoParameters());
    private final Metric macro = new MacroF1Provider().create(new NoParameters());
    private final Metric.Accumulator microF1 = micro.start();
    private final Metric.Accumulator macroF1 = macro.start();

    private static Prediction.LabelSet predicted(String... labels) {
        Map<String, Double> probabilities = new LinkedHashMap<>();
        Stream.of(labels).forEach(label -> probabilities.put(label, 0.9));
        return new Prediction.LabelSet(List.of(labels), probabilities);
    }

    private static Reference wanted(String... labels) {
        return new Reference.LabelSet(Set.of(labels));
    }

    private void add(Prediction prediction, Reference reference) {
        microF1.add(prediction, reference);
        macroF1.add(prediction, reference);
    }

    /** Every decision about every label of every step, counted one by one; the examples are sets and sequences of sets in turn. */
    @Test
    void areThoseOfAllDecisionsCountedOneByOne() {
        int[] truePositives = new int[LABELS];
        int[] falsePositives = new int[LABELS];
        int[] falseNegatives = new int[LABELS];
        Random random = new Random(11);
        for (int example = 0; example < 53; example++) {
            List<Prediction.LabelSet> predictions = new ArrayList<>();
            List<Set<String>> references = new ArrayList<>();
            int steps = example % 2 == 0 ? 1 : random.nextInt(4);
            for (int step = 0; step < steps; step++) {
                List<String> found = new ArrayList<>();
                List<String> sought = new ArrayList<>();
                for (int label = 0; label < LABELS; label++) {
                    boolean isWanted = random.nextInt(3) == 0;
                    boolean isPredicted = random.nextInt(4) == 0 ? !isWanted : isWanted;
                    truePositives[label] += isPredicted && isWanted ? 1 : 0;
                    falsePositives[label] += isPredicted && !isWanted ? 1 : 0;
                    falseNegatives[label] += !isPredicted && isWanted ? 1 : 0;
                    if (isPredicted) {
                        found.add("l" + label);
                    }
                    if (isWanted) {
                        sought.add("l" + label);
                    }
                }
                predictions.add(predicted(found.toArray(String[]::new)));
                references.add(Set.copyOf(sought));
            }
            if (example % 2 == 0) {
                add(predictions.get(0), new Reference.LabelSet(references.get(0)));
            } else {
                add(new Prediction.LabelSets(predictions), new Reference.LabelSets(references));
            }
        }
        double both = 0;
        double either = 0;
        double sum = 0;
        for (int label = 0; label < LABELS; label++) {
            double right = truePositives[label];
            double precision = right / (right + falsePositives[label]);
            double recall = right / (right + falseNegatives[label]);
            sum += 2 * precision * recall / (precision + recall);
            both += 2 * right;
            either += 2 * right + falsePositives[label] + falseNegatives[label];
        }
        assertThat(microF1.value()).isCloseTo(both / either, within(1e-12));
        assertThat(macroF1.value()).isCloseTo(sum / LABELS, within(1e-12));
    }

    @Test
    void labelsThatAreNeverWantedCountInTheMicroAverageAlone() {
        add(predicted("a", "z"), wanted("a", "b"));
        assertThat(microF1.value()).isCloseTo(2.0 / 4, within(1e-12)); // a is right, z too much, b missing
        assertThat(macroF1.value()).isCloseTo((1.0 + 0) / 2, within(1e-12)); // of a and b
    }

    @Test
    void nothingFoundIsRightWhereThereIsNothingToFind() {
        add(predicted(), wanted());
        assertThat(microF1.value()).isEqualTo(1);
        assertThat(macroF1.value()).isNaN(); // no label to average over
        add(predicted("a"), wanted());
        assertThat(microF1.value()).isZero();
    }

    @Test
    void haveNoValueBeforeTheFirstExample() {
        assertThat(microF1.value()).isNaN();
        assertThat(macroF1.value()).isNaN();
    }

    @Test
    void judgeSetsAndTheMacroAverageClassesToo() {
        assertThat(micro.judges(predicted("a"), wanted("a"))).isTrue();
        assertThat(macro.judges(predicted("a"), wanted("a"))).isTrue();
        assertThat(micro.judges(AccuracyTest.label("a"), new Reference.Label("a")))
                .isFalse();
        assertThat(macro.judges(AccuracyTest.label("a"), new Reference.Label("a")))
                .isTrue();
        assertThat(micro.judges(predicted("a"), new Reference.LabelSets(List.of())))
                .isFalse();
        assertThat(micro.higherIsBetter()).isTrue();
    }

    @Test
    void refuseWhatIsNoSetAndStepsThatDoNotMatch() {
        assertThatThrownBy(() -> microF1.add(AccuracyTest.label("a"), new Reference.Label("a")))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("metric 'micro_f1' judges sets of labels")
                .hasMessageContaining("evaluation");
        Prediction one = new Prediction.LabelSets(List.of(predicted("a")));
        assertThatThrownBy(() -> microF1.add(one, new Reference.LabelSets(List.of())))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining("1 predicted sets of labels for 0 wanted");
    }
}

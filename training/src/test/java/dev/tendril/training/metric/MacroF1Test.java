package dev.tendril.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Reference;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MacroF1Test {
    private final Metric.Accumulator macroF1 =
            new MacroF1Provider().create(new NoParameters()).start();

    /** Precision and recall of every class, counted from a confusion matrix. */
    @Test
    void isTheMeanOfHarmonicMeansOfPrecisionAndRecall() {
        int classes = 5;
        int[][] confusion = new int[classes][classes]; // [wanted][predicted]
        Random random = new Random(11);
        for (int example = 0; example < 211; example++) {
            int wanted = random.nextInt(classes);
            int predicted = random.nextInt(3) == 0 ? random.nextInt(classes) : wanted;
            confusion[wanted][predicted]++;
            macroF1.add(AccuracyTest.label("c" + predicted), new Reference.Label("c" + wanted));
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            double inRow = 0;
            double inColumn = 0;
            for (int other = 0; other < classes; other++) {
                inRow += confusion[c][other];
                inColumn += confusion[other][c];
            }
            double recall = confusion[c][c] / inRow;
            double precision = confusion[c][c] / inColumn;
            sum += 2 * precision * recall / (precision + recall);
        }
        assertThat(macroF1.value()).isCloseTo(sum / classes, within(1e-12));
    }

    @Test
    void aClassNeverWantedHasNoTermOfItsOwn() {
        macroF1.add(AccuracyTest.label("a"), new Reference.Label("a"));
        macroF1.add(AccuracyTest.label("z"), new Reference.Label("a"));
        assertThat(macroF1.value()).isCloseTo(2.0 / 3, within(1e-12)); // F1(a) = 2·1 / (2·1 + 0 + 1)
    }

    @Test
    void aClassNeverFoundCountsAsZero() {
        macroF1.add(AccuracyTest.label("a"), new Reference.Label("a"));
        macroF1.add(AccuracyTest.label("a"), new Reference.Label("b"));
        assertThat(macroF1.value()).isCloseTo((2.0 / 3 + 0) / 2, within(1e-12));
    }

    @Test
    void judgesEveryStepOfASequence() {
        macroF1.add(AccuracyTest.labels("a", "b", "b"), AccuracyTest.tokens("a", "b", "a"));
        assertThat(macroF1.value()).isCloseTo((2.0 / 3 + 2.0 / 3) / 2, within(1e-12));
    }

    @Test
    void hasNoValueBeforeTheFirstExample() {
        assertThat(macroF1.value()).isNaN();
    }
}

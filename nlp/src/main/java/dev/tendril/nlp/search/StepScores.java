package dev.tendril.nlp.search;

import dev.tendril.api.TendrilException;
import java.util.Arrays;

/** What one step of the model says about each row. */
final class StepScores {
    private final int vocabulary;
    private final int rows;
    private final double[] logProbabilities;
    private final double[] alignment;
    private final int[] realSteps;

    /**
     * The scores of a step.
     *
     * @param logProbabilities [rows, vocabulary]
     * @param alignment [rows, S], or empty
     * @param realSteps of each row's source, or empty if all S are real
     */
    StepScores(int vocabulary, double[] logProbabilities, int rows, double[] alignment, int[] realSteps) {
        if (logProbabilities.length != Math.multiplyExact(rows, vocabulary)) {
            throw new IllegalArgumentException("the model gave " + logProbabilities.length
                    + " log-probabilities, want [" + rows + ", " + vocabulary + "]");
        }
        for (double value : logProbabilities) {
            if (Double.isNaN(value) || value == Double.POSITIVE_INFINITY) {
                throw new TendrilException("the model gave a log-probability that is " + value
                        + "; its parameters have left the range of numbers: train it again with a smaller learning rate"
                        + " or with clipping");
            }
        }
        this.vocabulary = vocabulary;
        this.rows = rows;
        this.logProbabilities = logProbabilities;
        this.alignment = alignment;
        this.realSteps = realSteps;
    }

    int vocabulary() {
        return vocabulary;
    }

    double of(int row, int token) {
        return logProbabilities[row * vocabulary + token];
    }

    /** Weights over the real steps of a row's source. */
    double[] alignment(int row) {
        int width = rows == 0 ? 0 : alignment.length / rows;
        int real = realSteps.length == 0 ? width : Math.min(width, realSteps[row]);
        return Arrays.copyOfRange(alignment, row * width, row * width + real);
    }
}

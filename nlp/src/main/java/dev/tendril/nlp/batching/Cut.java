package dev.tendril.nlp.batching;

import java.util.Arrays;
import java.util.List;

/**
 * Steps of a sequence that a field leaves out, so that two fields of one key may stand against each other shifted: every step beside the
 * one that follows it. A sequence that is too short has no step left.
 *
 * @param first left out at its beginning
 * @param last left out at its end
 */
public record Cut(int first, int last) {
    /** Leaves nothing out. */
    public static final Cut NONE = new Cut(0, 0);

    public Cut {
        if (first < 0 || last < 0) {
            throw new IllegalArgumentException("a cut of " + first + " and " + last + " steps");
        }
    }

    /** What is left of a list. */
    <T> List<T> of(List<T> steps) {
        return steps.subList(from(steps.size()), to(steps.size()));
    }

    /**
     * What is left of an array that holds the steps one after the other.
     *
     * @param width numbers a step
     */
    double[] of(double[] numbers, int width) {
        int steps = numbers.length / width;
        return Arrays.copyOfRange(numbers, from(steps) * width, to(steps) * width);
    }

    private int from(int steps) {
        return Math.min(first, steps);
    }

    private int to(int steps) {
        return Math.max(from(steps), steps - last);
    }
}

package dev.tendril.benchmarks.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What was found out about a contestant.
 *
 * @param contestant who
 * @param seconds of a step, on average, in each round
 * @param ready what was known when it began
 * @param state it was in at the end
 */
record Timing(
        Contestant contestant, List<Double> seconds, ContestantProcess.Ready ready, ContestantProcess.State state) {
    Timing {
        seconds = List.copyOf(seconds);
    }

    /** The median of the rounds. */
    double median() {
        List<Double> sorted = sorted();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** How far the slowest round is from the fastest, as a part of the median. */
    double spread() {
        List<Double> sorted = sorted();
        return (sorted.get(sorted.size() - 1) - sorted.get(0)) / median();
    }

    private List<Double> sorted() {
        List<Double> sorted = new ArrayList<>(seconds);
        Collections.sort(sorted);
        return sorted;
    }
}

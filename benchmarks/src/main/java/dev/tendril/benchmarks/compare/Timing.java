package dev.tendril.benchmarks.compare;

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
        return Statistics.median(seconds);
    }

    /** How far the slowest round is from the fastest, as a part of the median. */
    double spread() {
        return Statistics.spread(seconds);
    }
}

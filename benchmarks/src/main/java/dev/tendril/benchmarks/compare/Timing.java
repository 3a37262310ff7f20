package dev.tendril.benchmarks.compare;

import java.util.List;

/**
 * What was found out about a contestant.
 *
 * @param contestant who
 * @param slices one for each round
 * @param ready what was known when it began
 * @param state it was in at the end
 */
record Timing(Contestant contestant, List<Slice> slices, ContestantProcess.Ready ready, ContestantProcess.State state) {
    Timing {
        slices = List.copyOf(slices);
    }

    /** The same contestant timed in several processes one after another; what is known at the end is known of the last. */
    static Timing joined(List<Timing> timings) {
        Timing last = timings.get(timings.size() - 1);
        List<Slice> slices =
                timings.stream().flatMap(timing -> timing.slices().stream()).toList();
        return new Timing(last.contestant(), slices, last.ready(), last.state());
    }

    /** Seconds of a step: the median of the rounds. */
    double seconds() {
        return Statistics.median(slices.stream().map(Slice::seconds).toList());
    }

    /** How far the slowest round is from the fastest, as a part of the median. */
    double spread() {
        return Statistics.spread(slices.stream().map(Slice::seconds).toList());
    }

    /** Processors that were busy: the median of the rounds. */
    double processors() {
        return Statistics.median(slices.stream().map(Slice::processors).toList());
    }
}

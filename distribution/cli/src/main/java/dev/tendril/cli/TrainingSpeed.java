package dev.tendril.cli;

import dev.tendril.api.training.TrainingEvent;

/** Sums the steps of an epoch: loss and tokens a second. Used by the training thread. */
final class TrainingSpeed {
    private long tokens;
    private double seconds;

    /** Counts a step. */
    void count(TrainingEvent.Stepped step) {
        tokens += step.tokens();
        seconds += step.seconds();
    }

    /** Tokens a second so far; 0 before the first step. */
    double tokensPerSecond() {
        return seconds == 0 ? 0 : tokens / seconds;
    }

    /** Begins anew. */
    void reset() {
        tokens = 0;
        seconds = 0;
    }
}

package dev.tendril.api.training;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.model.Prediction;

/** Judges predictions against what was wanted. Immutable; each judging has an accumulator of its own. */
@PluginImplemented
public interface Metric {

    /** Whether a larger value is better. */
    boolean higherIsBetter();

    /** Whether it can compare such a prediction with such a reference; a model with several heads asks it for each. */
    default boolean judges(Prediction prediction, Reference reference) {
        return true;
    }

    /** Starts judging. */
    Accumulator start();

    /** One judging under way; used by one thread. */
    @PluginImplemented
    interface Accumulator {
        /** Counts one example. */
        void add(Prediction prediction, Reference reference);

        /** The value over all examples so far; NaN if there was none. */
        double value();
    }
}

package dev.tendril.api.training;

import dev.tendril.api.PluginImplemented;

/** Hears what a training run reports, on the training thread; an exception thrown here ends the run. */
@PluginImplemented
@FunctionalInterface
public interface TrainingListener {
    /** Something happened. */
    void onEvent(TrainingEvent event);

    /** A listener that does nothing. */
    static TrainingListener none() {
        return event -> {};
    }
}

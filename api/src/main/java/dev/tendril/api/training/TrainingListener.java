package dev.tendril.api.training;

/** Hears what a training run reports, on the training thread; an exception thrown here ends the run. */
@FunctionalInterface
public interface TrainingListener {
    /** Something happened. */
    void onEvent(TrainingEvent event);

    /** A listener that does nothing. */
    static TrainingListener none() {
        return event -> {};
    }
}

package dev.tendril.cli;

import dev.tendril.api.training.TrainingListener;

/** Shows how training goes on; closing it removes what moves on the screen. */
interface TrainingProgress extends TrainingListener, AutoCloseable {

    /** A moving bar where somebody watches, else lines. */
    static TrainingProgress on(Console console) {
        return console.terminal() ? new BarProgress(console.err()) : new LineProgress(console.err());
    }

    @Override
    void close();
}

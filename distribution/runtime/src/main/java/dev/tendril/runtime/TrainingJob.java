package dev.tendril.runtime;

import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.train.TrainingPipeline;

/** A model file that was checked and can be trained. Running it again trains anew, to the same bits. */
public final class TrainingJob {
    private final CheckedModel checked;
    private final TrainingPipeline pipeline;

    TrainingJob(CheckedModel checked, TrainingPipeline pipeline) {
        this.checked = checked;
        this.pipeline = pipeline;
    }

    /** What the model file says. */
    public CheckedModel checked() {
        return checked;
    }

    /**
     * Trains on the calling thread. Cancelled by the token, it returns what it has come to.
     *
     * @throws dev.tendril.api.TendrilException if data cannot be read or numbers are not finite
     * @throws java.util.concurrent.CancellationException if it was cancelled before the first update
     */
    public TrainingResult run() {
        TrainingPipeline.Outcome outcome = pipeline.run();
        return new TrainingResult(outcome.model(), outcome.finished(), outcome.metrics());
    }
}

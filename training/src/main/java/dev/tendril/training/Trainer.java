package dev.tendril.training;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.training.TrainableModel;
import dev.tendril.api.training.TrainingEvent;
import dev.tendril.api.training.TrainingListener;

/** Trains models. */
public final class Trainer {
    private Trainer() {}

    /**
     * Trains a model on the calling thread. When this returns, for whatever reason, the model holds the parameters of the best
     * epoch, or their means if the rule averages; if no epoch was judged, the parameters it came to.
     *
     * @param cancellation ends the run between two computations, with {@link TrainingEvent.Reason#CANCELLED}; the run saves
     *     itself first if the plan has checkpoints
     * @return the last event, which the listener has heard as well
     * @throws dev.tendril.api.TendrilException if the rule's groups do not fit the model, if a loss or gradient is not finite and the plan says stop, if data cannot be read,
     *     or if a checkpoint cannot be written or resumed from
     */
    public static TrainingEvent.Finished run(
            TrainableModel model, TrainingPlan plan, TrainingListener listener, CancellationToken cancellation) {
        Learner learner = new Learner(model, plan.rule());
        return new TrainingRun(plan, learner, new Observation(listener, cancellation)).run();
    }
}

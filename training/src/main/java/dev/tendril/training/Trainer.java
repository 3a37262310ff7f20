package dev.tendril.training;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.cell.State;
import dev.tendril.api.training.Optimizer;
import dev.tendril.api.training.TrainableModel;
import dev.tendril.api.training.TrainingEvent;
import dev.tendril.api.training.TrainingListener;

/** Trains models. */
public final class Trainer {
    private Trainer() {}

    /**
     * Trains a model on the calling thread. When this returns, for whatever reason, the model holds the parameters of the best
     * epoch, or those it came to if no epoch was judged.
     *
     * @param cancellation ends the run between two computations, with {@link TrainingEvent.Reason#CANCELLED}; the run saves
     *     itself first if the plan has checkpoints
     * @return the last event, which the listener has heard as well
     * @throws dev.tendril.api.TendrilException if a loss or gradient is not finite and the plan says stop, if data cannot be read,
     *     or if a checkpoint cannot be written or resumed from
     */
    public static TrainingEvent.Finished run(
            TrainableModel model, TrainingPlan plan, TrainingListener listener, CancellationToken cancellation) {
        return start(model, plan, plan.rule().optimizer(), new Observation(listener, cancellation));
    }

    private static <S extends State> TrainingEvent.Finished start(
            TrainableModel model, TrainingPlan plan, Optimizer<S> optimizer, Observation observation) {
        return new TrainingRun<>(plan, new Learner<>(model, optimizer), observation).run();
    }
}

package dev.tendril.api.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a training run reports while it runs. */
public sealed interface TrainingEvent {

    /**
     * Training begins.
     *
     * @param parameters number of learnt numbers
     * @param batchesPerEpoch updates in one epoch
     * @param epochs at most so many
     */
    record Started(long parameters, int batchesPerEpoch, int epochs) implements TrainingEvent {}

    /**
     * One update was made.
     *
     * @param step number of the update, from 1
     * @param epoch from 1
     * @param loss mean over the real steps of the batch
     * @param gradientNorm global L2 norm before clipping
     * @param clipped whether clipping acted
     * @param learningRate of this update
     * @param tokens real steps of the batch, inputs and targets together
     * @param seconds this update took
     */
    record Stepped(
            long step,
            int epoch,
            double loss,
            double gradientNorm,
            boolean clipped,
            double learningRate,
            long tokens,
            double seconds)
            implements TrainingEvent {}

    /**
     * An epoch ended and the validation split was judged.
     *
     * @param epoch from 1
     * @param trainingLoss mean over the epoch
     * @param metrics on the validation split, in a fixed order
     * @param best whether this is the best epoch so far
     * @param seconds the epoch took, judging included
     */
    record EpochEnded(int epoch, double trainingLoss, Map<String, Double> metrics, boolean best, double seconds)
            implements TrainingEvent {
        public EpochEnded {
            metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        }
    }

    /**
     * Training ended; the model holds the parameters of the best epoch.
     *
     * @param reason why
     * @param bestEpoch the epoch whose parameters are kept; 0 if none ended
     */
    record Finished(Reason reason, int bestEpoch) implements TrainingEvent {}

    /** Why training ended. */
    enum Reason {
        /** All epochs were run. */
        EPOCHS,
        /** The watched metric no longer improved. */
        EARLY_STOPPING,
        /** The caller's token was cancelled. */
        CANCELLED
    }
}

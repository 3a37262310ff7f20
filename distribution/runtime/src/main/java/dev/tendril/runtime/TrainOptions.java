package dev.tendril.runtime;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.training.TrainingListener;
import dev.tendril.runtime.check.LoadOptions;
import dev.tendril.training.checkpoint.CheckpointPolicy;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a model is trained, besides what its file says.
 *
 * @param load what is added to the file: overrides, variables, folders it may read from
 * @param listener hears what happens, on the training thread
 * @param cancellation stops the training; the model then has the parameters of its best epoch
 * @param checkpoints where the run saves itself, if wanted
 */
public record TrainOptions(
        LoadOptions load,
        TrainingListener listener,
        CancellationToken cancellation,
        Optional<CheckpointPolicy> checkpoints) {

    /** Nothing added, heard, stopped or saved. */
    public static TrainOptions defaults() {
        return new TrainOptions(LoadOptions.none(), TrainingListener.none(), new CancellationToken(), Optional.empty());
    }

    /** The same with something added to the file. */
    public TrainOptions withLoad(LoadOptions other) {
        return new TrainOptions(other, listener, cancellation, checkpoints);
    }

    /** The same with a listener. */
    public TrainOptions withListener(TrainingListener other) {
        return new TrainOptions(load, other, cancellation, checkpoints);
    }

    /** The same with a token. */
    public TrainOptions withCancellation(CancellationToken other) {
        return new TrainOptions(load, listener, other, checkpoints);
    }

    /** The same with checkpoints. */
    public TrainOptions withCheckpoints(CheckpointPolicy other) {
        return new TrainOptions(load, listener, cancellation, Optional.of(other));
    }

    /** The same, saved in a folder where every epoch ends and where it is cancelled; the folder holds no earlier run. */
    public TrainOptions savedIn(Path folder) {
        return withCheckpoints(CheckpointPolicy.start(folder));
    }

    /** The same, going on from the newest checkpoint of a folder, and saved there. */
    public TrainOptions resumedFrom(Path folder) {
        return withCheckpoints(CheckpointPolicy.resume(folder));
    }
}

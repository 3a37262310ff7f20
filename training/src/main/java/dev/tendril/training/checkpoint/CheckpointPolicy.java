package dev.tendril.training.checkpoint;

import java.nio.file.Path;

/**
 * Where and how often a training run saves itself. It saves where an epoch ends and where it is cancelled in any case.
 *
 * @param folder holds the checkpoints of this run and nothing else; made if missing
 * @param keep how many of the newest are kept, besides that of the best epoch
 * @param everySteps saves after so many updates as well; 0 for not
 * @param resume whether the run goes on from the newest checkpoint; otherwise the folder must hold none
 */
public record CheckpointPolicy(Path folder, int keep, int everySteps, boolean resume) {
    public CheckpointPolicy {
        if (keep < 1) {
            throw new IllegalArgumentException("keep is " + keep + ", want at least 1");
        }
        if (everySteps < 0) {
            throw new IllegalArgumentException("everySteps is " + everySteps + ", want 0 or more");
        }
    }

    /** A run that starts, saves where an epoch ends, and keeps the newest two. */
    public static CheckpointPolicy start(Path folder) {
        return new CheckpointPolicy(folder, 2, 0, false);
    }

    /** A run that goes on, saves where an epoch ends, and keeps the newest two. */
    public static CheckpointPolicy resume(Path folder) {
        return new CheckpointPolicy(folder, 2, 0, true);
    }
}

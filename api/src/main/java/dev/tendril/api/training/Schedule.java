package dev.tendril.api.training;

import dev.tendril.api.PluginImplemented;
import java.util.List;

/** Scales the learning rate as training goes on. Immutable: a pure function of the position. */
@PluginImplemented
@FunctionalInterface
public interface Schedule {

    /** The factor on the optimiser's learning rate. */
    double factor(Progress progress);

    /**
     * The position in training.
     *
     * @param step number of the update, from 1
     * @param epoch from 1
     * @param planned updates in all epochs, if no batch is left out and every epoch has as many as the first; at least 1
     * @param validation history of the watched metric, one value an epoch ended; smaller is better
     */
    record Progress(long step, int epoch, long planned, List<Double> validation) {
        public Progress {
            validation = List.copyOf(validation);
        }
    }
}

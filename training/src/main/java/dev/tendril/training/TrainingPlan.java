package dev.tendril.training;

import dev.tendril.api.tensor.RandomKey;
import dev.tendril.training.checkpoint.CheckpointPolicy;
import java.util.Optional;

/**
 * What a training run does.
 *
 * @param batches what the model is trained on
 * @param window steps after which back-propagation through time is cut, with an update for every window of a batch; empty for none
 * @param epochs at most so many
 * @param key names the run's random numbers; equal plans with equal keys give equal bits
 * @param rule how a step moves the parameters
 * @param judging how the epochs are judged
 * @param checkpoints where the run saves itself, if wanted
 */
public record TrainingPlan(
        EpochBatches batches,
        Optional<Integer> window,
        int epochs,
        RandomKey key,
        UpdateRule rule,
        Judging judging,
        Optional<CheckpointPolicy> checkpoints) {
    public TrainingPlan {
        if (window.isPresent() && (window.get() < 1 || rule.shards() > 1)) {
            throw new IllegalArgumentException("windows of " + window.get() + " steps in " + rule.shards()
                    + " shards, want at least 1 step and no shards");
        }
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs is " + epochs + ", want at least 1");
        }
    }
}

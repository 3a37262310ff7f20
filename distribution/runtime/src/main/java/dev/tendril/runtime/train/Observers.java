package dev.tendril.runtime.train;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.training.TrainingListener;
import dev.tendril.training.checkpoint.CheckpointPolicy;
import java.util.Optional;

/**
 * What a caller wants of a training run.
 *
 * @param listener hears its events
 * @param cancellation stops it
 * @param checkpoints where it saves itself, if wanted
 */
public record Observers(
        TrainingListener listener, CancellationToken cancellation, Optional<CheckpointPolicy> checkpoints) {}

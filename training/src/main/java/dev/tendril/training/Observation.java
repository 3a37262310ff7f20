package dev.tendril.training;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.training.TrainingListener;

/**
 * The caller's hold on a run.
 *
 * @param listener hears what happens
 * @param cancellation ends it
 */
record Observation(TrainingListener listener, CancellationToken cancellation) {}

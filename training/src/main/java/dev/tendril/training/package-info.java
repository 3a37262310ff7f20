/**
 * Losses, optimisers, schedules, clipping, the training loop, metrics and checkpoints.
 *
 * <p>May depend on the API and SLF4J.
 */
@NullMarked
package dev.tendril.training;

import org.jspecify.annotations.NullMarked;

/**
 * Learning: losses, optimisers, schedules, clipping, metrics, what a training run reports.
 *
 * <p>May depend on {@code dev.tendril.api}, {@code .tensor}, {@code .cell}, {@code .data}, {@code .graph}, {@code .layer} and {@code .model}.
 */
@NullMarked
package dev.tendril.api.training;

import org.jspecify.annotations.NullMarked;

/**
 * Optimisers, schedules of the learning rate and ways to clip gradients, each written as its equation.
 *
 * <p>Each is a small class beside its parameter record and its provider. May depend on the API alone.
 */
@NullMarked
package dev.tendril.plugin.optimizers;

import org.jspecify.annotations.NullMarked;

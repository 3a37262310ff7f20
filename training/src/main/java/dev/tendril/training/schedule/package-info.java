/**
 * Schedules of the learning rate.
 *
 * <p>A schedule is a pure function of the position in training. May depend on the API alone.
 */
@NullMarked
package dev.tendril.training.schedule;

import org.jspecify.annotations.NullMarked;

/**
 * Recurrent cells and their states: one step of a recurrence, and what holds from one step to the next.
 *
 * <p>May depend on {@code dev.tendril.api}, {@code dev.tendril.api.tensor} and {@code dev.tendril.api.data}.
 */
@NullMarked
package dev.tendril.api.cell;

import org.jspecify.annotations.NullMarked;

/**
 * Means of parameters over training.
 *
 * <p>May depend on the API alone.
 */
@NullMarked
package dev.tendril.training.averaging;

import org.jspecify.annotations.NullMarked;

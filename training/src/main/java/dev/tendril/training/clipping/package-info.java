/**
 * Bounds on gradients.
 *
 * <p>May depend on the API alone.
 */
@NullMarked
package dev.tendril.training.clipping;

import org.jspecify.annotations.NullMarked;

/**
 * One vector from the real steps of a sequence.
 *
 * <p>May depend on the API alone.
 */
@NullMarked
package dev.tendril.layers.pooling;

import org.jspecify.annotations.NullMarked;

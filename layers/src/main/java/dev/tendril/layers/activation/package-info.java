/**
 * Elementwise functions.
 *
 * <p>May depend on the API alone.
 */
@NullMarked
package dev.tendril.layers.activation;

import org.jspecify.annotations.NullMarked;

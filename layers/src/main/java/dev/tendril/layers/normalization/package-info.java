/**
 * Rescaling of feature vectors.
 *
 * <p>May depend on the API and {@code dev.tendril.layers.initialization}.
 */
@NullMarked
package dev.tendril.layers.normalization;

import org.jspecify.annotations.NullMarked;

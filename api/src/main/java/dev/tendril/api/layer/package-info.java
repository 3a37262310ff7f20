/**
 * What models are built of: activations, normalisation, attention, pooling, nodes, heads, and the contexts they are made in.
 *
 * <p>May depend on {@code dev.tendril.api}, {@code .tensor}, {@code .cell}, {@code .data}, {@code .graph}, {@code .decoding},
 * {@code .training} and, for references, {@code .spi}.
 */
@NullMarked
package dev.tendril.api.layer;

import org.jspecify.annotations.NullMarked;

/**
 * The Transformer: sub-layers that compute whole sequences and single steps alike, and the nodes made of them.
 *
 * <p>May depend on the API and {@code dev.tendril.layers.activation}, {@code .cell}, {@code .initialization}, {@code .node},
 * {@code .normalization} and {@code .position}.
 */
@NullMarked
package dev.tendril.layers.transformer;

import org.jspecify.annotations.NullMarked;

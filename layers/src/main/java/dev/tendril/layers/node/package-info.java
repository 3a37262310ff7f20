/**
 * Nodes of the graph that are no heads: look-up, linear maps, dropout, recurrence over a sequence, pooling, joining.
 *
 * <p>May depend on the API, {@code dev.tendril.layers.activation}, {@code .cell} and {@code .initialization}.
 */
@NullMarked
package dev.tendril.layers.node;

import org.jspecify.annotations.NullMarked;

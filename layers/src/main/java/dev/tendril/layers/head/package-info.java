/**
 * Heads: where a model predicts and learns.
 *
 * <p>May depend on the API and {@code dev.tendril.layers.node}.
 */
@NullMarked
package dev.tendril.layers.head;

import org.jspecify.annotations.NullMarked;

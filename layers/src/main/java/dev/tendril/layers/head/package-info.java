/**
 * Heads: where a model predicts and learns.
 *
 * <p>May depend on the API, {@code dev.tendril.layers.node} and {@code .steps}.
 */
@NullMarked
package dev.tendril.layers.head;

import org.jspecify.annotations.NullMarked;

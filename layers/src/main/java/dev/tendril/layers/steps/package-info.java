/**
 * The recurrent network of a decoder: one cell made of a stack, an attention and what the decoder was given.
 *
 * <p>May depend on the API, {@code dev.tendril.layers.cell}, {@code .initialization} and {@code .node}.
 */
@NullMarked
package dev.tendril.layers.steps;

import org.jspecify.annotations.NullMarked;

/**
 * Recurrent cells, the wrappers that change any cell, and stacks of cells.
 *
 * <p>May depend on the API, {@code dev.tendril.layers.activation}, {@code .initialization} and {@code .normalization}.
 */
@NullMarked
package dev.tendril.layers.cell;

import org.jspecify.annotations.NullMarked;

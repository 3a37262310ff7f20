/**
 * Elementwise programs: a few kernels in a row, run block by block over arrays that are written in place. What an optimiser's equation
 * becomes. Knows neither tensors nor traces.
 *
 * <p>May depend on {@code dev.tendril.tensor.kernel} alone.
 */
@NullMarked
package dev.tendril.tensor.update;

import org.jspecify.annotations.NullMarked;

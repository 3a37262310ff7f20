/**
 * Arithmetic over arrays: one contract ({@link dev.tendril.tensor.kernel.Kernels}) and its implementations for float32 on the
 * Vector API, float32 in plain loops and float64 in plain loops. Knows neither shapes nor gradients; callers check, kernels
 * assume.
 *
 * <p>May depend on {@code dev.tendril.api.tensor} (the precision) and, in the vector classes alone, on
 * {@code jdk.incubator.vector}.
 *
 * <p>What every implementation promises: an element of a product is one chain of multiply-adds in ascending k; the sum of a row
 * depends on its numbers and not on its place, on the rows beside it or on zeros behind it; an element of an elementwise result
 * does not depend on its position. The two float32 implementations agree bit for bit.
 */
@NullMarked
package dev.tendril.tensor.kernel;

import org.jspecify.annotations.NullMarked;

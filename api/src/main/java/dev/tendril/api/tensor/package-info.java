/**
 * Tensors and the engine that computes with them: shapes, operations, the scope of a computation, parameters, gradients,
 * random numbers, linear algebra.
 *
 * <p>May depend on {@code dev.tendril.api}, {@code .cell} and {@code .data} (the engine unrolls cells over sequences) and {@code
 * .training} (it applies optimisers). The implementation lives in {@code tendril-tensor}.
 */
@NullMarked
package dev.tendril.api.tensor;

import org.jspecify.annotations.NullMarked;

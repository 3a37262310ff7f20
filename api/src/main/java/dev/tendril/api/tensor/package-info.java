/**
 * Tensors and the engine that computes with them: shapes, operations, the scope of a computation, parameters, gradients,
 * random numbers, linear algebra.
 *
 * <p>May depend on {@code dev.tendril.api} and {@code dev.tendril.api.cell} (the engine unrolls cells). The implementation
 * lives in {@code tendril-tensor}.
 */
@NullMarked
package dev.tendril.api.tensor;

import org.jspecify.annotations.NullMarked;

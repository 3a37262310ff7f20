/**
 * What a tensor can do: each operation is one record that says its output's shape and computes it, and the gradient rules of all of
 * them stand in {@link dev.tendril.tensor.operation.GradientRules}. Knows neither passes nor tapes: whoever runs an operation,
 * eagerly or out of a trace, gives it arrays and an {@link dev.tendril.tensor.operation.Execution}.
 *
 * <p>May depend on {@code dev.tendril.api.tensor} and {@code dev.tendril.tensor.kernel}.
 */
@NullMarked
package dev.tendril.tensor.operation;

import org.jspecify.annotations.NullMarked;

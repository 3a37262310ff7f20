package dev.tendril.tensor.operation;

import dev.tendril.api.tensor.Shape;

/**
 * Integers, row-major; never written after construction.
 *
 * @param shape of the ids
 * @param ids as many as the shape has elements
 */
public record IdArray(Shape shape, int[] ids) implements Operand {}

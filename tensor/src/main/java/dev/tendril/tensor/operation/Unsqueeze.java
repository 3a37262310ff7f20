package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/** An axis of size 1 inserted before position {@code axis} (−1: after the last). */
public record Unsqueeze(int axis) implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        return operands[0].insert(axis, 1);
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        return array(operands, 0).as(shape);
    }
}

package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/** An axis of size 1 dropped. */
public record Squeeze(int axis) implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        if (operands[0].size(axis) != 1) {
            throw new IllegalArgumentException(
                    "cannot squeeze axis " + axis + " of shape " + operands[0] + ": its size is not 1");
        }
        return operands[0].without(axis);
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        return array(operands, 0).as(shape);
    }
}

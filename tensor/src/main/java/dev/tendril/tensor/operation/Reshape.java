package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/** The same numbers under another shape. */
public record Reshape(Shape shape) implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        if (operands[0].elements() != shape.elements()) {
            throw new IllegalArgumentException("cannot reshape " + operands[0] + " to " + shape + ": "
                    + operands[0].elements() + " elements against " + shape.elements());
        }
        return shape;
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        return array(operands, 0).as(shape);
    }
}

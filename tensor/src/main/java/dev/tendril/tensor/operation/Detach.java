package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/** The same numbers, where gradients stop. */
public record Detach() implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        return operands[0];
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        return array(operands, 0).as(shape);
    }
}

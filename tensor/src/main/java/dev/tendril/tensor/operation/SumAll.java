package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/** Sum of all elements, a scalar. */
public record SumAll() implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        return Shape.scalar();
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array x = array(operands, 0);
        Array y = on.allocate(shape);
        y.storage().set(y.at(), on.kernels().rows().total(x.storage(), x.at(), x.elements()));
        return y;
    }
}

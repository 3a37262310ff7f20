package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/** {@code scale · x + shift}. */
public record Affine(double scale, double shift) implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        return operands[0];
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array x = array(operands, 0);
        Array y = on.allocate(shape);
        on.split(y.elements(), y.elements(), (from, to) -> on.kernels()
                .elementwise()
                .affine(scale, shift, x.line(from), y.line(from), 1, to - from));
        return y;
    }
}

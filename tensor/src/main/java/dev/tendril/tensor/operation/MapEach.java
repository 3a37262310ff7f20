package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Unary;

/** A function of every element. */
public record MapEach(Unary function) implements Operation {
    private static final int WORK = 8; // a transcendental function against an addition

    @Override
    public Shape infer(Shape... operands) {
        return operands[0];
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array x = array(operands, 0);
        Array y = on.allocate(shape);
        on.split((long) WORK * y.elements(), y.elements(), (from, to) -> on.kernels()
                .elementwise()
                .unary(function, x.line(from), y.line(from), 1, to - from));
        return y;
    }
}

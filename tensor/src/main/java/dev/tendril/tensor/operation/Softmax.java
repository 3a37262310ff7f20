package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/** Softmax along the last axis. */
public record Softmax() implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        if (operands[0].rank() == 0) {
            throw Wrong.operands("softmax", "at least one axis", operands[0]);
        }
        return operands[0];
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array x = array(operands, 0);
        Array y = on.allocate(shape);
        int columns = y.lastSize();
        on.split(16L * y.elements(), y.rows(), (from, to) -> on.kernels()
                .rows()
                .softmax(x.rows(from * columns, columns), y.rows(from * columns, columns), to - from, columns));
        return y;
    }
}

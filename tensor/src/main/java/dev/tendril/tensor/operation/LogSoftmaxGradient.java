package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/** The gradient of {@link LogSoftmax}: operands are g and the output. */
public record LogSoftmaxGradient() implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        return operands[0];
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array g = array(operands, 0);
        Array y = array(operands, 1);
        Array dx = on.allocate(shape);
        int columns = dx.lastSize();
        on.split(16L * dx.elements(), dx.rows(), (from, to) -> {
            int at = from * columns;
            on.kernels()
                    .rows()
                    .logSoftmaxGradient(
                            g.rows(at, columns), y.rows(at, columns), dx.rows(at, columns), to - from, columns);
        });
        return dx;
    }
}

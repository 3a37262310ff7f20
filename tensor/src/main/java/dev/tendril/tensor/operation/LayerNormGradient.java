package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/** The gradient of {@link LayerNorm} with respect to x; operands are g [..., D], x [..., D] and the gain [D]. */
public record LayerNormGradient(double epsilon) implements Operation {
    private static final int WORK = 8;

    @Override
    public Shape infer(Shape... operands) {
        return operands[1];
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array g = array(operands, 0);
        Array x = array(operands, 1);
        Array gain = array(operands, 2);
        Array y = on.allocate(shape);
        int columns = y.lastSize();
        on.split((long) WORK * y.elements(), y.rows(), (from, to) -> on.kernels()
                .rows()
                .layerNormGradient(
                        g.rows(from * columns, columns),
                        x.rows(from * columns, columns),
                        gain.line(0),
                        epsilon,
                        y.rows(from * columns, columns),
                        to - from,
                        columns));
        return y;
    }
}

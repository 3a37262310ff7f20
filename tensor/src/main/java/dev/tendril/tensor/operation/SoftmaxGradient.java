package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Span;

/** The gradient of {@link Softmax} and {@link MaskedSoftmax} of x times a scale: operands are g and the output. */
public record SoftmaxGradient(double scale) implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        return operands[0];
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array x = array(operands, 0);
        Array y = on.allocate(shape);
        int columns = y.lastSize();
        on.split(4L * y.elements(), y.rows(), (from, to) -> {
            int at = from * columns;
            Span values = array(operands, 1).span().plus(at);
            on.kernels()
                    .rows()
                    .softmaxGradient(
                            x.span().plus(at),
                            values,
                            to - from,
                            columns,
                            y.span().plus(at));
            if (scale != 1) {
                on.kernels().elementwise().affine(scale, 0, y.line(at), y.line(at), 1, (to - from) * columns);
            }
        });
        return y;
    }
}

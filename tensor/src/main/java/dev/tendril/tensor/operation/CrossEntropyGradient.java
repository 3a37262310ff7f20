package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;
import static dev.tendril.tensor.operation.Operation.ids;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.kernel.Strided;

/**
 * The gradient of {@link CrossEntropy} with respect to the logits, g · weight · (softmax − smoothed target); operands are the logits,
 * the weights, the targets and g.
 */
public record CrossEntropyGradient(double smoothing) implements Operation {
    private static final int WORK = 16;

    @Override
    public Shape infer(Shape... operands) {
        return operands[0];
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array weights = array(operands, 1);
        Array g = array(operands, 3);
        double scale = g.storage().get(g.at());
        Array y = on.allocate(shape);
        int columns = y.lastSize();
        on.split((long) WORK * y.elements(), weights.elements(), (from, to) -> {
            for (int row = from; row < to; row++) {
                double weight = weights.storage().get(weights.at() + row);
                Span into = y.span().plus(row * columns);
                if (weight == 0) {
                    into.storage().fill(into.at(), columns, 0);
                } else {
                    Span logits = array(operands, 0).span().plus(row * columns);
                    row(on, logits, ids(operands, 2).at(row), scale * weight, into, columns);
                }
            }
        });
        return y;
    }

    private void row(Execution on, Span logits, int target, double scale, Span into, int columns) {
        on.kernels().rows().softmax(logits, 1, columns, into);
        Storage storage = into.storage();
        storage.set(into.at() + target, storage.get(into.at() + target) - (1 - smoothing));
        Strided all = Strided.dense(storage, into.at(), columns);
        on.kernels().elementwise().affine(scale, -scale * smoothing / columns, all, all, 1, columns);
    }
}

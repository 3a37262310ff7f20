package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;
import static dev.tendril.tensor.operation.Operation.ids;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Strided;

/**
 * The gradient of {@link CrossEntropy} with respect to the logits, g · weight · (softmax − smoothed target); operands are the logits,
 * the weights, the targets and g.
 */
public record CrossEntropyGradient(double smoothing) implements Operation, Operation.Overwriting {
    private static final int WORK = 16;

    @Override
    public Shape infer(Shape... operands) {
        return operands[0];
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array y = on.allocate(shape);
        compute(on, y, operands);
        return y;
    }

    @Override
    public void runOver(Execution on, Operand... operands) {
        compute(on, array(operands, 0), operands);
    }

    private void compute(Execution on, Array y, Operand... operands) {
        Array weights = array(operands, 1);
        Array g = array(operands, 3);
        double scale = g.storage().get(g.at());
        int columns = y.lastSize();
        on.split((long) WORK * y.elements(), weights.elements(), (from, to) -> {
            Strided logits = array(operands, 0).rows(0, columns);
            Strided into = y.rows(0, columns);
            for (int row = from; row < to; row++) {
                double weight = weights.storage().get(weights.at() + row);
                if (weight == 0) {
                    y.storage().fill(y.at() + row * columns, columns, 0);
                } else {
                    int target = ids(operands, 2).at(row);
                    on.kernels()
                            .rows()
                            .crossEntropyGradient(logits, target, smoothing, scale * weight, into, row, columns);
                }
            }
        });
    }
}

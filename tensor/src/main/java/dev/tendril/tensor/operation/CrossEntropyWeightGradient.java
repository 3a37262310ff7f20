package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;

/**
 * The gradient of {@link CrossEntropy} with respect to the weights: g times the loss of each row; operands as for
 * {@link CrossEntropyGradient}. A row of weight 0 counts as one whose logits are all equal, since it is never read.
 */
public record CrossEntropyWeightGradient(double smoothing) implements Operation {
    @Override
    public Shape infer(Shape... operands) {
        return operands[1];
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array weights = array(operands, 1);
        Array g = array(operands, 3);
        double scale = g.storage().get(g.at());
        double unread = Math.log(array(operands, 0).lastSize());
        CrossEntropy forward = new CrossEntropy(smoothing);
        Array y = on.allocate(shape);
        for (int row = 0; row < y.elements(); row++) {
            boolean read = weights.storage().get(weights.at() + row) != 0;
            y.storage().set(y.at() + row, scale * (read ? forward.loss(on, row, operands) : unread));
        }
        return y;
    }
}

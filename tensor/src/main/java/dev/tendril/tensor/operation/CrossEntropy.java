package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;
import static dev.tendril.tensor.operation.Operation.ids;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Rows;
import dev.tendril.tensor.kernel.Storage;

/**
 * Σ weight · −log softmax(logits)[target], a scalar, with the target's probability smoothed (Szegedy et al. 2016); operands are the
 * logits [..., V], the weights [...] and the targets [...]. Rows of weight 0 are never read.
 */
public record CrossEntropy(double smoothing) implements Operation {
    private static final int WORK = 16;

    @Override
    public Shape infer(Shape... operands) {
        Shape logits = operands[0];
        if (logits.rank() == 0
                || !logits.without(-1).equals(operands[1])
                || !logits.without(-1).equals(operands[2])) {
            throw Wrong.operands("crossEntropy", "logits [..., V], weights [...] and targets [...]", operands);
        }
        return Shape.scalar();
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array weights = array(operands, 1);
        int rows = weights.elements();
        Storage losses = on.borrow(rows);
        on.split((long) WORK * array(operands, 0).elements(), rows, (from, to) -> {
            for (int row = from; row < to; row++) {
                double weight = weights.storage().get(weights.at() + row);
                losses.set(row, weight == 0 ? 0 : weight * loss(on, row, operands));
            }
        });
        Array y = on.allocate(shape);
        y.storage().set(y.at(), on.kernels().rows().total(losses, 0, rows));
        on.giveBack(losses);
        return y;
    }

    /** The loss of one row, unweighted. */
    double loss(Execution on, int row, Operand... operands) {
        Array logits = array(operands, 0);
        int columns = logits.lastSize();
        int target = LookUp.checked("crossEntropy", ids(operands, 2).at(row), columns);
        int at = logits.at() + row * columns;
        Rows rows = on.kernels().rows();
        double picked = (1 - smoothing) * logits.storage().get(at + target);
        double spread = smoothing == 0 ? 0 : smoothing * rows.total(logits.storage(), at, columns) / columns;
        return rows.logSumExp(logits.line(row * columns), 0, columns) - picked - spread;
    }
}

package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Rows;
import dev.tendril.tensor.kernel.Strided;

/**
 * Softmax along the last axis over the elements whose mask is not 0; operands are x and the mask, which is broadcast. A row whose
 * mask is 0 throughout gives zeros.
 */
public record MaskedSoftmax() implements Operation {
    private static final int WORK = 16;

    @Override
    public Shape infer(Shape... operands) {
        if (operands[0].rank() == 0
                || !Shape.broadcast(operands[0], operands[1]).equals(operands[0])) {
            throw Wrong.operands("maskedSoftmax", "[..., V] and a mask that broadcasts to it", operands);
        }
        return operands[0];
    }

    @Override
    public Operand run(Execution on, Shape shape, Operand... operands) {
        Array x = array(operands, 0);
        Array mask = array(operands, 1);
        Array y = on.allocate(shape);
        Rows kernels = on.kernels().rows();
        int columns = y.lastSize();
        int width = mask.lastSize();
        Shape own = mask.shape().rank() == 0 ? mask.shape() : mask.shape().without(-1);
        int[] masks = Sizes.starts(own, shape.without(-1), width);
        on.split((long) WORK * y.elements(), y.rows(), (from, to) -> {
            for (int row = from; row < to; row++) {
                Strided seen = new Strided(mask.storage(), mask.at() + masks[row], 0, width == 1 ? 0 : 1);
                int at = row * columns;
                kernels.maskedSoftmax(
                        x.span().plus(at), seen, 1, columns, y.span().plus(at));
            }
        });
        return y;
    }
}

package dev.tendril.tensor.operation;

import static dev.tendril.tensor.operation.Operation.array;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Rows;
import dev.tendril.tensor.kernel.Strided;

/**
 * Softmax of scale · x along the last axis over the elements whose mask is not 0; operands are x and the mask, which is broadcast. A row
 * whose mask is 0 throughout gives zeros. If {@code causal}, row t of a matrix ends after its first t + 1 elements; what lies behind is
 * not read and weighs 0.
 */
public record MaskedSoftmax(double scale, boolean causal) implements Operation {
    private static final int WORK = 16;

    @Override
    public Shape infer(Shape... operands) {
        if (operands[0].rank() < (causal ? 2 : 1)
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
        int height = shape.rank() < 2 ? 1 : shape.size(-2);
        on.split((long) WORK * y.elements(), y.rows(), (from, to) -> {
            for (int row = from; row < to; ) {
                int rows = Math.min(to - row, height - row % height); // within a matrix
                Strided in = x.rows(row * columns, columns);
                Strided seen = seen(mask, shape, row);
                Strided out = y.rows(row * columns, columns);
                if (causal) {
                    kernels.causalSoftmax(scale, in, seen, out, row % height, rows, columns);
                } else {
                    kernels.maskedSoftmax(scale, in, seen, out, rows, columns);
                }
                row += rows;
            }
        });
        return y;
    }

    /** The mask of a row and of those after it in the same matrix: each has its own, or all have the same. */
    private static Strided seen(Array mask, Shape shape, int row) {
        int rank = mask.shape().rank();
        int width = mask.lastSize();
        Shape own = rank == 0 ? mask.shape() : mask.shape().without(-1);
        int at = mask.at() + Sizes.start(own, shape.without(-1), width, row);
        return new Strided(mask.storage(), at, rank > 1 && mask.shape().size(-2) > 1 ? width : 0, width == 1 ? 0 : 1);
    }
}

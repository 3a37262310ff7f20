package dev.tendril.tensor.operation;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Span;
import java.util.Arrays;

/**
 * Where the heads of an attention lie. The features of a step hold the heads side by side, so a head of [..., T, H · D] is a matrix
 * whose rows lie H · D apart: nothing is copied to take heads apart or put them together.
 *
 * @param leading axes of the result before heads and steps, to which those of the operands are broadcast
 * @param heads H
 */
record Heads(Shape leading, int heads) {

    /** The axes before the last ones. */
    static Shape leading(Shape shape, int last) {
        return Shape.of(Arrays.copyOf(shape.toArray(), shape.rank() - last));
    }

    /** Number of heads of all leading indexes. */
    int count() {
        return Math.multiplyExact(Math.toIntExact(leading.elements()), heads);
    }

    /** Where a head starts in [..., T, H · D]; heads are counted through all leading indexes. */
    Span side(Array operand, int head) {
        int width = operand.lastSize() / heads;
        return operand.span().plus(start(operand, 2, head) + head % heads * width);
    }

    /** Where the matrix of a head starts in [..., H, T, S]. */
    Span matrix(Array operand, int head) {
        int size = operand.shape().size(-2) * operand.lastSize();
        return operand.span().plus(start(operand, 3, head) + head % heads * size);
    }

    /** Where the leading index of a head starts in an operand with so many axes behind its leading ones. */
    private int start(Array operand, int last, int head) {
        int rank = operand.shape().rank();
        int block = Sizes.product(operand.shape(), rank - last, rank);
        return Sizes.start(leading(operand.shape(), last), leading, block, head / heads);
    }
}

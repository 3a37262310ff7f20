package dev.tendril.tensor.operation;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Storage;
import java.util.Arrays;

/**
 * Goes through the heads of an attention. The features of a step hold the heads side by side, so a head of [..., T, H · D] is a matrix
 * whose rows lie H · D apart; nothing is copied to take heads apart or put them together.
 *
 * @param on what computes
 * @param leading axes of the result before heads and steps
 * @param heads H
 */
record Heads(Execution on, Shape leading, int heads) {

    /** Computes one head of one leading index. */
    @FunctionalInterface
    interface Head {
        /**
         * Computes.
         *
         * @param index of the leading axes
         * @param head from 0
         * @param scratch memory of products, of this thread alone
         */
        void compute(int index, int head, Storage scratch);
    }

    /** Computes every head. */
    void each(long work, Head head) {
        int count = Math.toIntExact(leading.elements()) * heads;
        on.split(work, count, (from, to) -> {
            Storage scratch = on.borrow(on.kernels().products().scratchLength());
            for (int each = from; each < to; each++) {
                head.compute(each / heads, each % heads, scratch);
            }
            on.giveBack(scratch);
        });
    }

    /** Where each leading index starts in an operand whose last {@code own} axes are its own. */
    int[] starts(Array operand, int own) {
        int rank = operand.shape().rank() - own;
        return Sizes.starts(leading(operand.shape(), own), leading, Sizes.product(operand.shape(), rank, rank + own));
    }

    /** The axes before the last ones. */
    static Shape leading(Shape shape, int own) {
        return Shape.of(Arrays.copyOf(shape.toArray(), shape.rank() - own));
    }

    /** Where a head starts in an operand that holds the heads side by side. */
    Span side(Array operand, int start, int head) {
        return operand.span().plus(start + head * (operand.lastSize() / heads));
    }
}

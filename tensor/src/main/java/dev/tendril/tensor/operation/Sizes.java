package dev.tendril.tensor.operation;

import dev.tendril.api.tensor.Shape;

/** Arithmetic on the sizes of shapes. */
final class Sizes {
    private Sizes() {}

    /** Product of the sizes of axes {@code from} (inclusive) to {@code to} (exclusive). */
    static int product(Shape shape, int from, int to) {
        int product = 1;
        for (int axis = from; axis < to; axis++) {
            product = Math.multiplyExact(product, shape.size(axis));
        }
        return product;
    }

    /** Elements by all axes before one. */
    static int before(Shape shape, int axis) {
        return product(shape, 0, axis);
    }

    /** Elements by all axes behind one. */
    static int behind(Shape shape, int axis) {
        return product(shape, axis + 1, shape.rank());
    }

    /** The two shapes joined: all axes of the first, then those of the second from {@code from} on. */
    static Shape join(Shape first, Shape second, int from) {
        int[] sizes = new int[first.rank() + second.rank() - from];
        for (int axis = 0; axis < first.rank(); axis++) {
            sizes[axis] = first.size(axis);
        }
        for (int axis = from; axis < second.rank(); axis++) {
            sizes[first.rank() + axis - from] = second.size(axis);
        }
        return Shape.of(sizes);
    }

    /**
     * Where the block of each leading index starts in an operand whose leading axes are broadcast.
     *
     * @param own leading axes of the operand
     * @param leading leading axes of the result
     * @param block elements of the operand behind its leading axes
     */
    static int[] starts(Shape own, Shape leading, int block) {
        int[] starts = new int[Math.toIntExact(leading.elements())];
        for (int index = 0; index < starts.length; index++) {
            starts[index] = start(own, leading, block, index);
        }
        return starts;
    }

    /** Where the block of one leading index starts; see {@link #starts}. */
    static int start(Shape own, Shape leading, int block, int index) {
        int start = 0;
        int rest = index;
        int step = block;
        for (int back = 1; back <= own.rank(); back++) {
            int size = leading.size(-back);
            start += own.size(-back) == 1 ? 0 : rest % size * step;
            rest /= size;
            step *= own.size(-back);
        }
        return start;
    }
}

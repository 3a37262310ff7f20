package dev.tendril.tensor.operation;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.kernel.Strided;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, row-major and dense.
 *
 * @param shape of the numbers
 * @param storage holds them, perhaps among others
 * @param at position of the first
 * @param packed the forms a matrix was packed into for products, where they are kept
 */
public record Array(
        Shape shape, Storage storage, int at, @Nullable PackedForms packed) implements Operand {
    /** An array without packed forms. */
    public Array(Shape shape, Storage storage, int at) {
        this(shape, storage, at, null);
    }

    /** Number of elements. */
    public int elements() {
        return Math.toIntExact(shape.elements());
    }

    /** Where the numbers start. */
    public Span span() {
        return new Span(storage, at);
    }

    /** The numbers from one on, as one row for elementwise kernels. */
    Strided line(int from) {
        return rows(from, 0);
    }

    /** Rows from one number on, each of which starts some elements after the one before. */
    Strided rows(int from, int step) {
        return new Strided(storage, at + from, step, 1);
    }

    /** The same numbers under another shape. */
    public Array as(Shape other) {
        return new Array(other, storage, at);
    }

    /** Length of the last axis; 1 for a scalar. */
    int lastSize() {
        return shape.rank() == 0 ? 1 : shape.size(-1);
    }

    /** Elements by all axes but the last. */
    int rows() {
        return lastSize() == 0 ? Sizes.product(shape, 0, shape.rank() - 1) : elements() / lastSize();
    }
}

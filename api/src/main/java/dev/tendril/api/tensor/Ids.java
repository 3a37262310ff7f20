package dev.tendril.api.tensor;

import dev.tendril.api.HostImplemented;
import java.util.Arrays;

/**
 * Integers with a shape: token numbers, class numbers, positions. Never a floating-point tensor, since a number that names
 * something is not to be rounded, scaled or differentiated.
 *
 * <p>{@link Tensor#argmax} may return ids that exist only inside a trace; everything else can be read.
 */
@HostImplemented
public interface Ids {

    /** The shape; [B] for one id a row, [B, T] for one a step. */
    Shape shape();

    /**
     * The ids, row-major, as a fresh array.
     *
     * @throws IllegalStateException if they belong to a trace, or to a pass that is closed
     */
    int[] toArray();

    /** One id by its row-major position. */
    default int at(int position) {
        return toArray()[position];
    }

    /**
     * Ids with given values.
     *
     * @throws IllegalArgumentException if the number of values differs from the shape's
     */
    static Ids of(Shape shape, int... values) {
        return new ArrayIds(shape, values.clone());
    }

    /** A row of ids, shape [values.length]. */
    static Ids row(int... values) {
        return of(Shape.of(values.length), values);
    }
}

/** Ids held in an array; never written after construction. */
record ArrayIds(Shape shape, int[] values) implements Ids {
    ArrayIds {
        if (shape.elements() != values.length) {
            throw new IllegalArgumentException(
                    values.length + " ids given for shape " + shape + ", which holds " + shape.elements());
        }
    }

    @Override
    public int[] toArray() {
        return values.clone();
    }

    @Override
    public int at(int position) {
        return values[position];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArrayIds ids && shape.equals(ids.shape) && Arrays.equals(values, ids.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Ids" + shape + Arrays.toString(values);
    }
}

package dev.tendril.api.tensor;

import dev.tendril.api.HostImplemented;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

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
     * One id by its row-major position.
     *
     * @throws IllegalStateException if they belong to a trace, or to a pass that is closed
     */
    int at(int position);

    /** The ids, row-major, as a fresh array; errors as {@link #at}. */
    default int[] toArray() {
        int[] ids = new int[Math.toIntExact(shape().elements())];
        Arrays.setAll(ids, this::at);
        return ids;
    }

    /**
     * Ids with given values.
     *
     * @throws IllegalArgumentException if the number of values differs from the shape's
     */
    static Ids of(Shape shape, int... values) {
        return new ArrayIds(shape, values.clone());
    }

    /**
     * Ids that are computed when they are read, so that they take no memory.
     *
     * @param id the id at a row-major position, always the same
     */
    static Ids of(Shape shape, IntUnaryOperator id) {
        return new ComputedIds(shape, id);
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

/** Ids computed from their positions. */
record ComputedIds(Shape shape, IntUnaryOperator id) implements Ids {
    @Override
    public int at(int position) {
        return id.applyAsInt(Objects.checkIndex(position, Math.toIntExact(shape.elements())));
    }

    @Override
    public String toString() {
        return "Ids" + shape + Arrays.toString(toArray());
    }
}

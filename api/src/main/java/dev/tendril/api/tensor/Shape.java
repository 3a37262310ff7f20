package dev.tendril.api.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The sizes of a tensor's axes, outermost first; {@code []} is a scalar. A value: immutable, compared by content.
 *
 * <p>Where a method takes an axis, negative numbers count from the end: −1 is the last axis.
 */
public final class Shape {
    /** How many elements a tensor can have: as many as an array has on every JVM. */
    public static final int MOST_ELEMENTS = Integer.MAX_VALUE - 8;

    private static final Shape SCALAR = new Shape(new int[0]);

    private final int[] sizes;
    private final long elements;

    private Shape(int[] sizes) {
        long product = 1;
        for (int size : sizes) {
            if (size < 0) {
                throw new IllegalArgumentException("negative size in shape " + Arrays.toString(sizes));
            }
            product = Math.multiplyExact(product, (long) size);
        }
        this.sizes = sizes;
        this.elements = product;
    }

    /**
     * The shape with these sizes.
     *
     * @throws IllegalArgumentException if one is negative
     * @throws ArithmeticException if the product exceeds a long
     */
    public static Shape of(int... sizes) {
        return sizes.length == 0 ? SCALAR : new Shape(sizes.clone());
    }

    /** The shape of a single number. */
    public static Shape scalar() {
        return SCALAR;
    }

    /** Number of axes. */
    public int rank() {
        return sizes.length;
    }

    /** Size of an axis. */
    public int size(int axis) {
        return sizes[axis(axis)];
    }

    /** Product of all sizes; 1 for a scalar. */
    public long elements() {
        return elements;
    }

    /** The sizes, as a fresh array. */
    public int[] toArray() {
        return sizes.clone();
    }

    /**
     * The axis as a number from 0.
     *
     * @throws IllegalArgumentException if there is no such axis
     */
    public int axis(int axis) {
        int position = axis < 0 ? axis + sizes.length : axis;
        if (position < 0 || position >= sizes.length) {
            throw new IllegalArgumentException("no axis " + axis + " in shape " + this);
        }
        return position;
    }

    /** This shape with one axis resized. */
    public Shape with(int axis, int size) {
        int[] changed = sizes.clone();
        changed[axis(axis)] = size;
        return new Shape(changed);
    }

    /** This shape without one axis. */
    public Shape without(int axis) {
        int at = axis(axis);
        int[] fewer = new int[sizes.length - 1];
        System.arraycopy(sizes, 0, fewer, 0, at);
        System.arraycopy(sizes, at + 1, fewer, at, sizes.length - at - 1);
        return of(fewer);
    }

    /** This shape with an axis inserted before position {@code axis} (−1: after the last). */
    public Shape insert(int axis, int size) {
        int at = axis < 0 ? axis + sizes.length + 1 : axis;
        if (at < 0 || at > sizes.length) {
            throw new IllegalArgumentException("cannot insert axis " + axis + " into shape " + this);
        }
        int[] more = new int[sizes.length + 1];
        System.arraycopy(sizes, 0, more, 0, at);
        more[at] = size;
        System.arraycopy(sizes, at, more, at + 1, sizes.length - at);
        return new Shape(more);
    }

    /** This shape with an axis added behind the last. */
    public Shape append(int size) {
        return insert(-1, size);
    }

    /**
     * The shape both can be broadcast to: aligned at the last axis, sizes equal or one of them 1.
     *
     * @throws IllegalArgumentException if there is none; names both shapes
     */
    public static Shape broadcast(Shape left, Shape right) {
        int rank = Math.max(left.rank(), right.rank());
        int[] sizes = new int[rank];
        for (int back = 1; back <= rank; back++) {
            int a = back <= left.rank() ? left.size(-back) : 1;
            int b = back <= right.rank() ? right.size(-back) : 1;
            if (a != b && a != 1 && b != 1) {
                throw new IllegalArgumentException("shapes " + left + " and " + right + " do not broadcast: axis -"
                        + back + " has " + a + " and " + b);
            }
            sizes[rank - back] = a == 1 ? b : a;
        }
        return of(sizes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(sizes, shape.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    @Override
    public String toString() {
        return Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}

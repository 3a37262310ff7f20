package dev.tendril.api.data;

import java.util.Arrays;

/** How many real steps each row of one time axis has. Immutable. */
public final class Lengths {
    private final int[] lengths;

    private Lengths(int[] lengths) {
        for (int row = 0; row < lengths.length; row++) {
            if (lengths[row] < 0) {
                throw new IllegalArgumentException("length of row " + row + " is " + lengths[row]);
            }
        }
        this.lengths = lengths;
    }

    /** One length a row. */
    public static Lengths of(int... lengths) {
        return new Lengths(lengths.clone());
    }

    /** So many rows of one length. */
    public static Lengths all(int rows, int length) {
        int[] lengths = new int[rows];
        Arrays.fill(lengths, length);
        return new Lengths(lengths);
    }

    /** Number of rows. */
    public int rows() {
        return lengths.length;
    }

    /** Length of one row. */
    public int at(int row) {
        return lengths[row];
    }

    /** The longest row; 0 if there is none. */
    public int longest() {
        return Arrays.stream(lengths).max().orElse(0);
    }

    /** Number of real steps of all rows. */
    public long total() {
        return Arrays.stream(lengths).asLongStream().sum();
    }

    /** Whether every row has this length, so that nothing is padding. */
    public boolean allEqual(int length) {
        return Arrays.stream(lengths).allMatch(each -> each == length);
    }

    /** The lengths, as a fresh array. */
    public int[] toArray() {
        return lengths.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lengths that && Arrays.equals(lengths, that.lengths);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lengths);
    }

    @Override
    public String toString() {
        return Arrays.toString(lengths);
    }
}

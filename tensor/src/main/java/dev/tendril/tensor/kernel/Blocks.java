package dev.tendril.tensor.kernel;

/** Sizes of blocks that several kernels share. Only {@link #TRANSPOSE} does not change bits. */
final class Blocks {
    /** Partial sums of a row: element i goes to partial sum i mod LANES, whatever the width of the machine's vectors. */
    static final int LANES = 16;

    /** Elements whose partial sums are added before they join a total in float64. */
    static final int TOTAL = 4096;

    /** Partial sums of a sum of squares. */
    static final int SQUARES = 4;

    /** Rows copied together when transposing. */
    static final int TRANSPOSE = 16;

    private Blocks() {}

    /** How many of some columns are whole blocks of partial sums. */
    static int whole(int columns) {
        return columns - columns % LANES;
    }
}

package dev.tendril.tensor.kernel;

import dev.tendril.tensor.kernel.Products.Left;
import dev.tendril.tensor.kernel.Products.Result;

/**
 * A few vectors of columns of a product, of which a tile computes some rows. Mutable: one strip is moved over a whole region, from
 * column to column and from one block of k to the next.
 */
final class Strip {
    private static final float[] ZEROS = new float[4 * Blocks.LANES];

    /** The left operand: element (row, k) is at {@code leftAt + row · leftRowStep + k · leftInnerStep}. */
    float[] left;

    int leftAt;
    int leftRowStep;
    int leftInnerStep;

    /** The right operand: the vectors for k are at {@code rightAt + k · rightInnerStep}. */
    float[] right;

    int rightAt;
    int rightInnerStep;

    /** How many k. */
    int inner;

    /** Where chains start: those of a row at {@code startAt + row · startRowStep}. */
    float[] start;

    int startAt;
    int startRowStep;

    /** Where chains end: those of a row at {@code resultAt + row · resultRowStep}. */
    float[] result;

    int resultAt;
    int resultRowStep;

    private final Left a;
    private final Result c;
    private boolean first = true;

    /** A strip that is nowhere yet. */
    Strip(Left a, Result c) {
        this.a = a;
        this.c = c;
        left = a.span().floats();
        right = ZEROS;
        result = c.span().floats();
        start = ZEROS;
    }

    /** Moves to a block of k; behind the first one, chains go on from where they ended. */
    void inner(int from, int count) {
        first = from == 0;
        left(a.span().floats(), a.span().at() + from * a.innerStep(), a.rowStep(), a.innerStep());
        inner = count;
    }

    /** Reads the left operand of the present block of k from another place. */
    void left(float[] array, int at, int rowStep, int innerStep) {
        left = array;
        leftAt = at;
        leftRowStep = rowStep;
        leftInnerStep = innerStep;
    }

    /** Moves to a column. */
    void column(int column) {
        resultAt = c.span().at() + column;
        resultRowStep = c.rowStep();
        result = c.span().floats();
        if (!first) {
            start = result;
            startAt = resultAt;
            startRowStep = resultRowStep;
        } else if (c.start() == null) {
            start = ZEROS;
            startAt = 0;
            startRowStep = 0;
        } else {
            start = c.start().floats();
            startAt = c.start().at() + column;
            startRowStep = c.startRowStep();
        }
    }

    /** Moves to a place in the right operand. */
    void right(float[] array, int at, int innerStep) {
        right = array;
        rightAt = at;
        rightInnerStep = innerStep;
    }

    /** Whether all columns start from the same zeros. */
    boolean startsFromZero() {
        return start == ZEROS;
    }

    /** Moves to the columns behind the first few. */
    void advance(int columns) {
        rightAt += columns;
        resultAt += columns;
        startAt += startsFromZero() ? 0 : columns;
    }

    /** Chains start and end in an array beside. */
    void beside(float[] array, int at, int rowStep) {
        start = array;
        startAt = at;
        startRowStep = rowStep;
        result = array;
        resultAt = at;
        resultRowStep = rowStep;
    }
}

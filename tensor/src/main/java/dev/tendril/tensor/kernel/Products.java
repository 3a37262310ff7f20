package dev.tendril.tensor.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Matrix products C = S + A B. Every element is one chain of multiply-adds in ascending k that starts from S, whatever the tile, the
 * region or the packing.
 *
 * <p>A right operand that serves many products is packed once, alone or beside others; any other one is read where it lies.
 */
public interface Products {

    /** Columns of a panel: work is cut between columns at its multiples. */
    int width();

    /** Elements of scratch memory a product takes, for each thread. */
    int scratchLength();

    /** Elements a packed right operand takes. */
    int packedLength(int inner, int columns);

    /**
     * Memory for a packed right operand [inner, columns]. Every part of it is to be {@link #pack packed} before it is used.
     *
     * @param target {@link #packedLength} elements
     */
    Panels panels(Span target, int inner, int columns);

    /**
     * Packs a matrix as a part of a right operand: its element (k, n) becomes element (innerFrom + k, columnFrom + n) of the whole.
     * Parts may be packed at the same time.
     */
    void pack(Right part, Panels into, int innerFrom, int columnFrom);

    /**
     * Computes a region of C.
     *
     * @param scratch {@link #scratchLength} elements, of this thread alone
     */
    void multiply(Left a, Panels b, Result c, Region region, Storage scratch);

    /**
     * Computes a region of C from a right operand that is not packed.
     *
     * @param scratch {@link #scratchLength} elements, of this thread alone
     */
    void multiply(Left a, Right b, Result c, Region region, Storage scratch);

    /**
     * A left operand: element (m, k) is at {@code span + m · rowStep + k · innerStep}.
     *
     * @param span its first element
     * @param rowStep elements from row to row
     * @param innerStep elements from k to k + 1
     */
    record Left(Span span, int rowStep, int innerStep) {}

    /**
     * A right operand where it lies: element (k, n) is at {@code span + k · innerStep + n · columnStep}. One of the steps is 1.
     *
     * @param span its first element
     * @param inner length of the sums
     * @param columns of the product
     * @param innerStep elements from k to k + 1
     * @param columnStep elements from column to column
     */
    record Right(Span span, int inner, int columns, int innerStep, int columnStep) {
        /** A dense matrix [inner, columns]. */
        public static Right plain(Span span, int inner, int columns) {
            return new Right(span, inner, columns, columns, 1);
        }

        /** A dense matrix [columns, inner]. */
        public static Right transposed(Span span, int inner, int columns) {
            return new Right(span, inner, columns, 1, inner);
        }
    }

    /**
     * A right operand packed by the kernels that made it.
     *
     * @param span its first element
     * @param inner length of the sums
     * @param columns of the product
     */
    record Panels(Span span, int inner, int columns) {}

    /**
     * Where a product goes, and where its chains start.
     *
     * @param span the first element of C
     * @param rowStep elements from row to row of C
     * @param start the first element of S; zeros if null
     * @param startRowStep elements from row to row of S; 0 if all rows start from the same one
     */
    record Result(Span span, int rowStep, @Nullable Span start, int startRowStep) {
        /** C = A B. */
        public static Result of(Span span, int rowStep) {
            return new Result(span, rowStep, null, 0);
        }

        /** C = C + A B. */
        public static Result added(Span span, int rowStep) {
            return new Result(span, rowStep, span, rowStep);
        }

        /** C = bias + A B, the same bias [columns] in every row. */
        public static Result biased(Span span, int rowStep, Span bias) {
            return new Result(span, rowStep, bias, 0);
        }

        /** Whether elements of one column lie one behind the other, in C and in S. */
        boolean rowsTouch() {
            return rowStep == 1 && (start == null || startRowStep == 1);
        }
    }

    /**
     * What part of C to compute.
     *
     * @param rowFrom first row
     * @param rowTo row after the last
     * @param columnFrom first column, a multiple of {@link #width}
     * @param columnTo column after the last, a multiple of {@link #width} or the number of columns
     */
    record Region(int rowFrom, int rowTo, int columnFrom, int columnTo) {}
}

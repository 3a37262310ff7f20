package dev.tendril.tensor.plan;

/**
 * A part of a known matrix as the right operand of a product: y[n] = Σ x[k] W[n, k] if transposed, else Σ x[k] W[k, n].
 *
 * @param matrix the matrix W, of rank 2
 * @param rowFrom first row of the part
 * @param rowTo row after the last
 * @param columnFrom first column of the part
 * @param columnTo column after the last
 * @param transposed whether sums run along the rows of W
 */
record Weight(Value matrix, int rowFrom, int rowTo, int columnFrom, int columnTo, boolean transposed) {

    static Weight whole(Value matrix, boolean transposed) {
        return new Weight(matrix, 0, matrix.shape().size(0), 0, matrix.shape().size(1), transposed);
    }

    /** The part that meets elements {@code from} to {@code to} of the left operand. */
    Weight inner(int from, int to) {
        return transposed
                ? new Weight(matrix, rowFrom, rowTo, columnFrom + from, columnFrom + to, true)
                : new Weight(matrix, rowFrom + from, rowFrom + to, columnFrom, columnTo, false);
    }

    /** The part that gives elements {@code from} to {@code to} of the result. */
    Weight columns(int from, int to) {
        return transposed
                ? new Weight(matrix, rowFrom + from, rowFrom + to, columnFrom, columnTo, true)
                : new Weight(matrix, rowFrom, rowTo, columnFrom + from, columnFrom + to, false);
    }

    /** K, the length of the sums. */
    int innerSize() {
        return transposed ? columnTo - columnFrom : rowTo - rowFrom;
    }

    /** N, the elements of the result. */
    int columnCount() {
        return transposed ? rowTo - rowFrom : columnTo - columnFrom;
    }

    boolean isWhole() {
        return rowFrom == 0
                && columnFrom == 0
                && rowTo == matrix.shape().size(0)
                && columnTo == matrix.shape().size(1);
    }
}

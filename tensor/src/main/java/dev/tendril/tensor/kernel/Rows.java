package dev.tendril.tensor.kernel;

/**
 * Kernels over rows, every one computed on its own. The columns of an operand follow one another; its rows may lie apart, and one row
 * may stand for all. Where a kernel gives one number for each row, they go to the first column of y. A result may be the same place as
 * an operand. Nothing is allocated.
 */
public final class Rows {
    private final Lines lines;

    Rows(Lines lines) {
        this.lines = lines;
    }

    /** y[r] = Σ x[r]. */
    public void sum(Strided x, Strided y, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            y.storage().set(y.row(row), lines.sum(x, row, columns));
        }
    }

    /** y[r] = max x[r]; NaN if one number is NaN. */
    public void max(Strided x, Strided y, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            y.storage().set(y.row(row), lines.max(x, row, columns));
        }
    }

    /** y[r] = Σ a[r] ⊙ b[r]. */
    public void dot(Strided a, Strided b, Strided y, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            y.storage().set(y.row(row), lines.dot(a, b, row, columns));
        }
    }

    /** y = y + Σ x[r], rows in ascending order; y is one row. */
    public void addRows(Strided x, Strided y, int rows, int columns) {
        lines.addRows(x, y, rows, 0, columns);
    }

    /** Σ x over blocks of fixed size, added in float64 in ascending order. */
    public double total(Storage x, int at, int count) {
        Strided block = new Strided(x, at, Blocks.TOTAL, 1);
        double total = 0;
        for (int from = 0; from < count; from += Blocks.TOTAL) {
            total += lines.sum(block, from / Blocks.TOTAL, Math.min(Blocks.TOTAL, count - from));
        }
        return total;
    }

    /** Softmax of every row. */
    public void softmax(Strided x, Strided y, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            double total = lines.exponentials(x, lines.max(x, row, columns), y, row, columns);
            lines.affine(1 / total, 0, y, y, row, 0, columns);
        }
    }

    /**
     * Softmax of scale · x over the elements whose mask is not 0; the others weigh 0, whatever they are. A row without any weighs 0
     * throughout. The mask may repeat an element along its row.
     */
    public void maskedSoftmax(double scale, Strided x, Strided mask, Strided y, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            maskedSoftmaxRow(scale, x, mask, y, row, columns);
        }
    }

    /**
     * {@link #maskedSoftmax} of the rows of a matrix, of which row t ends after its first t + 1 columns; what lies behind is not read and
     * weighs 0.
     *
     * @param first t of the operands' first row
     */
    public void causalSoftmax(double scale, Strided x, Strided mask, Strided y, int first, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            int seen = Math.min(first + row + 1, columns);
            maskedSoftmaxRow(scale, x, mask, y, row, seen);
            y.storage().fill(y.row(row) + seen, columns - seen, 0);
        }
    }

    private void maskedSoftmaxRow(double scale, Strided x, Strided mask, Strided y, int row, int columns) {
        double largest = lines.maskedMax(scale, x, mask, row, columns);
        if (largest == Double.NEGATIVE_INFINITY && !anySeen(mask, row, columns)) {
            y.storage().fill(y.row(row), columns, 0);
        } else {
            double total = lines.maskedExponentials(scale, x, mask, largest, y, row, columns);
            lines.affine(1 / total, 0, y, y, row, 0, columns);
        }
    }

    /** Gradient of both softmaxes, of scale · x: dx = scale · y ⊙ (g − Σ g ⊙ y). */
    public void softmaxGradient(double scale, Strided g, Strided y, Strided dx, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            lines.softmaxGradient(scale, g, lines.dot(g, y, row, columns), y, dx, row, 0, columns);
        }
    }

    /** Logarithm of the softmax of every row. */
    public void logSoftmax(Strided x, Strided y, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            double largest = lines.max(x, row, columns);
            double logarithm = Math.log(lines.exponentialSum(x, largest, row, columns));
            lines.subtract(x, largest, logarithm, y, row, 0, columns);
        }
    }

    /** Gradient of {@link #logSoftmax}: dx = g − e^y Σ g. */
    public void logSoftmaxGradient(Strided g, Strided y, Strided dx, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            lines.logSoftmaxGradient(g, lines.sum(g, row, columns), y, dx, row, 0, columns);
        }
    }

    /** log Σ e^x of one row. */
    public double logSumExp(Strided x, int row, int columns) {
        double largest = lines.max(x, row, columns);
        return largest + Math.log(lines.exponentialSum(x, largest, row, columns));
    }

    /**
     * Gradient of the cross-entropy of one row with respect to its logits, scale · (softmax − smoothed target), where the target is
     * 1 − smoothing at one column and smoothing / columns are spread over all (Szegedy et al. 2016).
     *
     * @return log Σ e^logits, as {@link #logSumExp}
     */
    public double crossEntropyGradient(
            Strided logits, int target, double smoothing, double scale, Strided y, int row, int columns) {
        double largest = lines.max(logits, row, columns);
        double total = lines.exponentials(logits, largest, y, row, columns);
        lines.affine(scale / total, -scale * smoothing / columns, y, y, row, 0, columns);
        int at = y.row(row) + target;
        y.storage().set(at, y.storage().get(at) - scale * (1 - smoothing));
        return largest + Math.log(total);
    }

    /** y = z = (x − μ) / √(σ² + epsilon) for every row. */
    public void normalise(Strided x, double epsilon, Strided y, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            double mean = mean(x, row, columns);
            lines.normalise(x, mean, inverse(x, mean, epsilon, row, columns), y, row, 0, columns);
        }
    }

    /** y = gain ⊙ z + bias for every row, with z as in {@link #normalise}. */
    public void layerNorm(Strided x, Strided gain, Strided bias, double epsilon, Strided y, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            double mean = mean(x, row, columns);
            lines.layerNorm(x, mean, inverse(x, mean, epsilon, row, columns), gain, bias, y, row, 0, columns);
        }
    }

    /**
     * Gradient of {@link #layerNorm} with respect to x: with h = g ⊙ gain, dx = (h − mean h − z ⊙ mean(h ⊙ z)) / √(σ² + epsilon).
     */
    public void layerNormGradient(
            Strided g, Strided x, Strided gain, double epsilon, Strided dx, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            double mean = mean(x, row, columns);
            double inverse = inverse(x, mean, epsilon, row, columns);
            double shift = lines.dot(g, gain, row, columns) / columns;
            double slope = inverse * lines.dotCentred(g, gain, x, mean, row, columns) / columns;
            lines.layerNormGradient(g, x, gain, mean, inverse, shift, slope, dx, row, 0, columns);
        }
    }

    /** What each row gives to the gradient of {@link #layerNorm} with respect to the gain: y = g ⊙ z. */
    public void layerNormGainGradient(Strided g, Strided x, double epsilon, Strided y, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            double mean = mean(x, row, columns);
            lines.gainGradient(g, x, mean, inverse(x, mean, epsilon, row, columns), y, row, 0, columns);
        }
    }

    private double mean(Strided x, int row, int columns) {
        return lines.sum(x, row, columns) / columns;
    }

    private double inverse(Strided x, double mean, double epsilon, int row, int columns) {
        return 1 / Math.sqrt(lines.squares(x, mean, row, columns) / columns + epsilon);
    }

    private static boolean anySeen(Strided mask, int row, int columns) {
        for (int column = 0; column < columns; column++) {
            if (mask.storage().get(mask.row(row) + column * mask.columnStep()) != 0) {
                return true;
            }
        }
        return false;
    }
}

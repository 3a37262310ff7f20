package dev.tendril.tensor.kernel;

import dev.tendril.api.tensor.Precision;

/**
 * Kernels over the rows of a dense matrix [rows, columns], built from {@link Lines} and {@link Elementwise}. Every row is computed
 * on its own. Input and output may be the same place unless a kernel says otherwise.
 */
public final class Rows {
    private final Precision precision;
    private final Lines lines;
    private final Elementwise elementwise;

    Rows(Precision precision, Lines lines, Elementwise elementwise) {
        this.precision = precision;
        this.lines = lines;
        this.elementwise = elementwise;
    }

    /** y[r] = Σ x[r]. */
    public void sum(Span x, int rows, int columns, Span y) {
        for (int row = 0; row < rows; row++) {
            y.storage().set(y.at() + row, lines.sum(x.plus(row * columns), columns));
        }
    }

    /** y[c] = y[c] + Σ x[·, c], rows in ascending order; a row of x starts {@code rowStep} elements after the one before. */
    public void addRows(Span x, int rows, int rowStep, int columns, Span y) {
        for (int row = 0; row < rows; row++) {
            elementwise.add(line(x.plus(row * rowStep)), line(y), 1, columns);
        }
    }

    /** Σ x over blocks of fixed size, added in float64 in ascending order. */
    public double total(Span x, int count) {
        double total = 0;
        for (int from = 0; from < count; from += Blocks.TOTAL) {
            total += lines.sum(x.plus(from), Math.min(Blocks.TOTAL, count - from));
        }
        return total;
    }

    /** y[r] = Σ a[r] ⊙ b[r]. */
    public void dot(Span a, Span b, int rows, int columns, Span y) {
        for (int row = 0; row < rows; row++) {
            double dot = lines.dot(a.plus(row * columns), b.plus(row * columns), columns);
            y.storage().set(y.at() + row, dot);
        }
    }

    /** y[r] = max x[r]. */
    public void max(Span x, int rows, int columns, Span y) {
        for (int row = 0; row < rows; row++) {
            y.storage().set(y.at() + row, lines.max(x.plus(row * columns), columns));
        }
    }

    /** Softmax of every row. */
    public void softmax(Span x, int rows, int columns, Span y) {
        for (int row = 0; row < rows; row++) {
            softmaxRow(x.plus(row * columns), y.plus(row * columns), columns);
        }
    }

    /**
     * Softmax over the elements whose mask is not 0; the others are not read and weigh 0. A row without any weighs 0 throughout.
     */
    public void maskedSoftmax(Span x, Strided mask, int rows, int columns, Span y) {
        Strided lowest = constant(Double.NEGATIVE_INFINITY);
        for (int row = 0; row < rows; row++) {
            Span to = y.plus(row * columns);
            Strided seen = new Strided(mask.storage(), mask.row(row), 0, mask.columnStep());
            elementwise.select(seen, line(x.plus(row * columns)), lowest, line(to), 1, columns);
            if (anySeen(seen, columns)) {
                softmaxRow(to, to, columns);
            } else {
                to.storage().fill(to.at(), columns, 0);
            }
        }
    }

    /** Gradient of both softmaxes: dx = y ⊙ (g − Σ g ⊙ y); dx may be g. */
    public void softmaxGradient(Span g, Span y, int rows, int columns, Span dx) {
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            double dot = lines.dot(g.plus(at), y.plus(at), columns);
            affine(1, -dot, g.plus(at), dx.plus(at), columns);
            times(dx.plus(at), y.plus(at), dx.plus(at), columns);
        }
    }

    /** Logarithm of the softmax of every row. */
    public void logSoftmax(Span x, int rows, int columns, Span y) {
        Span exponentials = scratch(columns);
        for (int row = 0; row < rows; row++) {
            Span from = x.plus(row * columns);
            double largest = columns == 0 ? 0 : lines.max(from, columns);
            lines.expShifted(from, largest, exponentials, columns);
            double logarithm = Math.log(lines.sum(exponentials, columns));
            affine(1, -largest, from, y.plus(row * columns), columns);
            affine(1, -logarithm, y.plus(row * columns), y.plus(row * columns), columns);
        }
    }

    /** Gradient of {@link #logSoftmax}: dx = g − e^y Σ g. */
    public void logSoftmaxGradient(Span g, Span y, int rows, int columns, Span dx) {
        Span probabilities = scratch(columns);
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            double sum = lines.sum(g.plus(at), columns);
            lines.expShifted(y.plus(at), 0, probabilities, columns);
            affine(sum, 0, probabilities, probabilities, columns);
            minus(g.plus(at), probabilities, dx.plus(at), columns);
        }
    }

    /** y = gain ⊙ (x − μ) / √(σ² + epsilon) + bias for every row; gain and bias are rows. */
    public void layerNorm(Span x, Span gain, Span bias, double epsilon, int rows, int columns, Span y) {
        for (int row = 0; row < rows; row++) {
            Span to = y.plus(row * columns);
            normalise(x.plus(row * columns), epsilon, columns, to);
            times(to, gain, to, columns);
            elementwise.add(line(bias), line(to), 1, columns);
        }
    }

    /**
     * Gradient of {@link #layerNorm} with respect to x: with z the normalised row and h = g ⊙ gain,
     * dx = (h − mean h − z ⊙ mean(h ⊙ z)) / √(σ² + epsilon).
     */
    public void layerNormGradient(Span g, Span x, Span gain, double epsilon, int rows, int columns, Span dx) {
        Span z = scratch(columns);
        for (int row = 0; row < rows; row++) {
            Span to = dx.plus(row * columns);
            double inverse = normalise(x.plus(row * columns), epsilon, columns, z);
            times(g.plus(row * columns), gain, to, columns);
            double mean = lines.sum(to, columns) / columns;
            double slope = lines.dot(to, z, columns) / columns;
            affine(slope, mean, z, z, columns);
            minus(to, z, to, columns);
            affine(inverse, 0, to, to, columns);
        }
    }

    /** What each row gives to the gradient of {@link #layerNorm} with respect to the gain: y = g ⊙ z, with z the normalised row. */
    public void layerNormGainGradient(Span g, Span x, double epsilon, int rows, int columns, Span y) {
        Span z = scratch(columns);
        for (int row = 0; row < rows; row++) {
            normalise(x.plus(row * columns), epsilon, columns, z);
            times(g.plus(row * columns), z, y.plus(row * columns), columns);
        }
    }

    private double normalise(Span x, double epsilon, int columns, Span y) {
        double mean = lines.sum(x, columns) / columns;
        affine(1, -mean, x, y, columns);
        double inverse = 1 / Math.sqrt(lines.dot(y, y, columns) / columns + epsilon);
        affine(inverse, 0, y, y, columns);
        return inverse;
    }

    private void softmaxRow(Span x, Span y, int columns) {
        if (columns == 0) {
            return;
        }
        lines.expShifted(x, lines.max(x, columns), y, columns);
        affine(1 / lines.sum(y, columns), 0, y, y, columns);
    }

    private static boolean anySeen(Strided mask, int columns) {
        for (int column = 0; column < columns; column++) {
            if (mask.storage().get(mask.at() + column * mask.columnStep()) != 0) {
                return true;
            }
        }
        return false;
    }

    private void affine(double scale, double shift, Span x, Span y, int columns) {
        elementwise.affine(scale, shift, line(x), line(y), 1, columns);
    }

    private static Strided line(Span span) {
        return Strided.dense(span.storage(), span.at(), 0);
    }

    private void times(Span a, Span b, Span y, int columns) {
        elementwise.binary(Binary.TIMES, line(a), line(b), line(y), 1, columns);
    }

    private void minus(Span a, Span b, Span y, int columns) {
        elementwise.binary(Binary.MINUS, line(a), line(b), line(y), 1, columns);
    }

    private Strided constant(double value) {
        Storage storage = Storage.allocate(precision, 1);
        storage.set(0, value);
        return new Strided(storage, 0, 0, 0);
    }

    private Span scratch(int columns) {
        return new Span(Storage.allocate(precision, columns), 0);
    }
}

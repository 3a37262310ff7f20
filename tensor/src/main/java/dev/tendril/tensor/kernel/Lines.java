package dev.tendril.tensor.kernel;

/**
 * Loops over one row, from which {@link Rows} builds softmax and layer normalisation: sums over the first {@code count} columns, and
 * functions of the columns {@code from} (inclusive) to {@code to} (exclusive). A result may be the same place as an operand. In
 * float32, sums go into {@link Blocks#LANES} partial sums, added pairwise at the end.
 */
interface Lines {
    /** Largest number of a row; NaN if one is NaN; −∞ if the row is empty. */
    double max(Strided x, int row, int count);

    /** Σ x. */
    double sum(Strided x, int row, int count);

    /** Σ a · b. */
    double dot(Strided a, Strided b, int row, int count);

    /** Σ (x − mean)². */
    double squares(Strided x, double mean, int row, int count);

    /** Σ (a · b) · (x − mean). */
    double dotCentred(Strided a, Strided b, Strided x, double mean, int row, int count);

    /** Σ e^(x − shift), where no x is above the shift. */
    double exponentialSum(Strided x, double shift, int row, int count);

    /** y = e^(x − shift), where no x is above the shift; Σ y. */
    double exponentials(Strided x, double shift, Strided y, int row, int count);

    /** Largest of scale · x where the mask is not 0; −∞ if it is 0 throughout. */
    double maskedMax(double scale, Strided x, Strided mask, int row, int count);

    /** y = e^(scale · x − shift) where the mask is not 0, else 0; Σ y. */
    double maskedExponentials(double scale, Strided x, Strided mask, double shift, Strided y, int row, int count);

    /** y = factor · x + summand, in two roundings. */
    void affine(double factor, double summand, Strided x, Strided y, int row, int from, int to);

    /** y = (x − first) − second. */
    void subtract(Strided x, double first, double second, Strided y, int row, int from, int to);

    /** dx = y · (g − dot) · scale. */
    void softmaxGradient(double scale, Strided g, double dot, Strided y, Strided dx, int row, int from, int to);

    /** dx = g − sum · e^y, where no y is above 0. */
    void logSoftmaxGradient(Strided g, double sum, Strided y, Strided dx, int row, int from, int to);

    /** y = (x − mean) · inverse. */
    void normalise(Strided x, double mean, double inverse, Strided y, int row, int from, int to);

    /** y = (x − mean) · inverse · gain + bias. */
    void layerNorm(
            Strided x, double mean, double inverse, Strided gain, Strided bias, Strided y, int row, int from, int to);

    /** y = g · ((x − mean) · inverse). */
    void gainGradient(Strided g, Strided x, double mean, double inverse, Strided y, int row, int from, int to);

    /** dx = inverse · ((g · gain − shift) − slope · z), z = (x − mean) · inverse. */
    void layerNormGradient(
            Strided g,
            Strided x,
            Strided gain,
            double mean,
            double inverse,
            double shift,
            double slope,
            Strided dx,
            int row,
            int from,
            int to);

    /** y = y + Σ over rows of x, in ascending order; y is one row. */
    void addRows(Strided x, Strided y, int rows, int from, int to);
}

package dev.tendril.tensor.kernel;

/**
 * Kernels over one line of numbers, from which {@link Rows} builds softmax and layer normalisation. Sums go into
 * {@link Blocks#LANES} partial sums, added pairwise at the end.
 */
interface Lines {
    /** Largest number of a line; NaN if one is NaN; −∞ if the line is empty. */
    double max(Span x, int count);

    /** Σ x. */
    double sum(Span x, int count);

    /** Σ a · b. */
    double dot(Span a, Span b, int count);

    /** y = e^(x − shift). */
    void expShifted(Span x, double shift, Span y, int count);
}

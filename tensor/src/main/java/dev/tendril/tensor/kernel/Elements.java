package dev.tendril.tensor.kernel;

/** The loops behind {@link Elementwise}: each computes the columns {@code from} (inclusive) to {@code to} (exclusive) of some rows. */
interface Elements {
    void unary(Unary function, Strided x, Strided y, int rows, int from, int to);

    void affine(double scale, double shift, Strided x, Strided y, int rows, int from, int to);

    void binary(Binary function, Strided a, Strided b, Strided y, int rows, int from, int to);

    void ternary(Ternary function, Strided a, Strided b, Strided c, Strided y, int rows, int from, int to);

    void quaternary(
            Quaternary function, Strided a, Strided b, Strided c, Strided d, Strided y, int rows, int from, int to);

    void adam(AdamNumbers numbers, Strided parameter, Strided gradient, Strided m, Strided v, int from, int to);

    void select(Strided mask, Strided whenTrue, Strided whenFalse, Strided y, int rows, int from, int to);
}

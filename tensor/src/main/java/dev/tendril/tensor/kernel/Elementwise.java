package dev.tendril.tensor.kernel;

/** Kernels that compute every element on its own. Input and output may be the same array at the same place. */
public interface Elementwise {

    /** y = f(x). */
    void unary(Unary function, Span x, Span y, int count);

    /** y = scale · x + shift, in two roundings. */
    void affine(double scale, double shift, Span x, Span y, int count);

    /** y = f(a, b) over rows and columns; y is dense. */
    void binary(Binary function, Strided a, Strided b, Span y, int rows, int columns);

    /** y = mask ≠ 0 ? whenTrue : whenFalse over rows and columns; y is dense. */
    void select(Strided mask, Strided whenTrue, Strided whenFalse, Span y, int rows, int columns);

    /** y = y + x. */
    void add(Span x, Span y, int count);

    /** y = y + a ⊙ b. */
    void addProduct(Span a, Span b, Span y, int count);
}

package dev.tendril.tensor.kernel;

/**
 * Kernels that compute every element on its own, over rows and columns. An operand may repeat a row, an element along each row, or one
 * element throughout; a result may not. A result may be the same place as an operand, element for element. Where rows follow one
 * another in every operand, they are computed as one. Nothing is allocated.
 */
public final class Elementwise {
    private final Elements elements;

    Elementwise(Elements elements) {
        this.elements = elements;
    }

    /** y = f(x). */
    public void unary(Unary function, Strided x, Strided y, int rows, int columns) {
        boolean joined = x.joins(columns) && y.joins(columns);
        elements.unary(function, x, y, joined ? 1 : rows, 0, joined ? rows * columns : columns);
    }

    /** y = scale · x + shift, in two roundings. */
    public void affine(double scale, double shift, Strided x, Strided y, int rows, int columns) {
        boolean joined = x.joins(columns) && y.joins(columns);
        elements.affine(scale, shift, x, y, joined ? 1 : rows, 0, joined ? rows * columns : columns);
    }

    /** y = f(a, b). */
    public void binary(Binary function, Strided a, Strided b, Strided y, int rows, int columns) {
        boolean joined = a.joins(columns) && b.joins(columns) && y.joins(columns);
        elements.binary(function, a, b, y, joined ? 1 : rows, 0, joined ? rows * columns : columns);
    }

    /** y = f(a, b, c). */
    public void ternary(Ternary function, Strided a, Strided b, Strided c, Strided y, int rows, int columns) {
        boolean joined = a.joins(columns) && b.joins(columns) && c.joins(columns) && y.joins(columns);
        elements.ternary(function, a, b, c, y, joined ? 1 : rows, 0, joined ? rows * columns : columns);
    }

    /** y = f(a, b, c, d). */
    public void quaternary(
            Quaternary function, Strided a, Strided b, Strided c, Strided d, Strided y, int rows, int columns) {
        boolean joined =
                a.joins(columns) && b.joins(columns) && c.joins(columns) && d.joins(columns) && y.joins(columns);
        elements.quaternary(function, a, b, c, d, y, joined ? 1 : rows, 0, joined ? rows * columns : columns);
    }

    /** y = mask ≠ 0 ? whenTrue : whenFalse. */
    public void select(Strided mask, Strided whenTrue, Strided whenFalse, Strided y, int rows, int columns) {
        boolean joined = mask.joins(columns) && whenTrue.joins(columns) && whenFalse.joins(columns) && y.joins(columns);
        elements.select(mask, whenTrue, whenFalse, y, joined ? 1 : rows, 0, joined ? rows * columns : columns);
    }

    /**
     * An update by Adam (Kingma &amp; Ba 2015), in place: m = decay1 · m + share1 · g, v = decay2 · v + share2 · g², then
     * parameter = parameter − m · rate / (√(v · correction) + epsilon), with the roundings of {@link Quaternary#SUM_OF_PRODUCTS}, {@link
     * Quaternary#SUM_WITH_SQUARE}, {@link Ternary#ROOT_PLUS} and {@link Quaternary#MINUS_QUOTIENT}. Memory is passed once.
     *
     * @param parameter dense, as all operands
     */
    public void adam(AdamNumbers numbers, Strided parameter, Strided gradient, Strided m, Strided v, int count) {
        elements.adam(numbers, parameter, gradient, m, v, 0, count);
    }

    /** y = y + x. */
    public void add(Strided x, Strided y, int rows, int columns) {
        binary(Binary.PLUS, y, x, y, rows, columns);
    }

    /** y = y + a ⊙ b, in one rounding where the processor fuses. */
    public void addProduct(Strided a, Strided b, Strided y, int rows, int columns) {
        ternary(Ternary.MULTIPLY_ADD, a, b, y, y, rows, columns);
    }
}

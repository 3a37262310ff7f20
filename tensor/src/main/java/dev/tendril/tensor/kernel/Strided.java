package dev.tendril.tensor.kernel;

/**
 * An operand of an elementwise kernel over rows and columns: element (r, c) is at {@code span + r · rowStep + c · columnStep}.
 *
 * @param span its first element
 * @param rowStep elements from one row to the next; 0 repeats one row
 * @param columnStep 1, or 0 to repeat one element along the row
 */
public record Strided(Span span, int rowStep, int columnStep) {
    /** An operand whose elements follow one another. */
    public static Strided dense(Span span, int columns) {
        return new Strided(span, columns, 1);
    }

    int row(int row) {
        return span.at() + row * rowStep;
    }
}

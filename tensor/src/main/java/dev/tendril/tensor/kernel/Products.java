package dev.tendril.tensor.kernel;

/** Matrix products. Every element is one chain of multiply-adds in ascending k, whatever the tile, the region or the packing. */
public interface Products {

    /**
     * Whether the right operand should be packed before the product.
     *
     * @param rows of the product
     * @param inner length of its sums
     * @param columns of the product
     */
    boolean wantsPacking(int rows, int inner, int columns);

    /** Elements a packed right operand takes. */
    int packedLength(int inner, int columns);

    /**
     * Packs a right operand [inner, columns], or [columns, inner] if {@code transposed}.
     *
     * @param target at least {@link #packedLength} elements, all of which are overwritten
     */
    Panels pack(Span b, int inner, int columns, boolean transposed, Storage target);

    /** A right operand [inner, columns] used where it lies; only if {@link #wantsPacking} does not ask for more. */
    Panels direct(Span b, int inner, int columns);

    /** C = A B, or C = C + A B if {@code accumulate}, for a region of C [rows, columns]. */
    void multiply(Left a, Panels b, Span c, Region region, boolean accumulate);

    /**
     * A left operand: element (m, k) is at {@code span + m · rowStep + k · innerStep}.
     *
     * @param span its first element
     * @param rowStep elements from row to row
     * @param innerStep elements from k to k + 1
     */
    record Left(Span span, int rowStep, int innerStep) {}

    /**
     * A right operand cut into panels of columns.
     *
     * @param span its first element
     * @param inner length of the sums
     * @param columns of the product
     * @param width columns of a panel
     * @param innerStep elements from k to k + 1 within a panel
     * @param panelStep elements from panel to panel
     */
    record Panels(Span span, int inner, int columns, int width, int innerStep, int panelStep) {
        /** Number of panels, the last of which may be narrower. */
        public int count() {
            return (columns + width - 1) / width;
        }
    }

    /**
     * What part of the product to compute.
     *
     * @param rowFrom first row
     * @param rowTo row after the last
     * @param panelFrom first panel
     * @param panelTo panel after the last
     */
    record Region(int rowFrom, int rowTo, int panelFrom, int panelTo) {}
}

package dev.tendril.tensor.operation;

import dev.tendril.tensor.kernel.Products;
import dev.tendril.tensor.kernel.Products.Left;
import dev.tendril.tensor.kernel.Products.Panels;
import dev.tendril.tensor.kernel.Products.Region;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.PackedForms.Orientation;

/** Matrix products over arrays: packs where it pays, uses kept packed forms, splits rows or panels over threads. */
final class Multiplication {
    private static final int ROW_BLOCK = 8; // threads cut rows at multiples, so that register tiles stay whole

    private Multiplication() {}

    /**
     * The right operand of a product.
     *
     * @param array [inner, columns], or [columns, inner] if transposed
     * @param at where the matrix starts in the array
     * @param transposed whether it is to be transposed
     */
    record Right(Array array, int at, boolean transposed) {
        Span span() {
            return array.span().plus(at);
        }
    }

    /** C [rows, columns] = A B, or C + A B if {@code accumulate}. */
    static void run(Execution on, Left a, Right b, Span c, Extent extent, boolean accumulate) {
        if (extent.rows == 0 || extent.columns == 0) {
            return;
        }
        if (extent.rows == 1 && b.transposed && b.array.packed() == null && a.innerStep() == 1) {
            single(on, new Left(b.span(), extent.inner, 1), a.span(), c, extent.swapped(), accumulate);
            return;
        }
        if (extent.columns == 1) {
            single(on, a, b.span(), c, extent, accumulate);
            return;
        }
        Products products = on.kernels().products();
        PackedForms forms = b.array.packed();
        if (forms != null) {
            Orientation orientation = b.transposed ? Orientation.TRANSPOSED : Orientation.PLAIN;
            multiply(on, a, forms.of(orientation, () -> packed(on, b, extent)), c, extent, accumulate);
        } else if (b.transposed || products.wantsPacking(extent.rows, extent.inner, extent.columns)) {
            Panels panels = packed(on, b, extent);
            multiply(on, a, panels, c, extent, accumulate);
            on.giveBack(panels.span().storage());
        } else {
            multiply(on, a, products.direct(b.span(), extent.inner, extent.columns), c, extent, accumulate);
        }
    }

    /** The right operand, packed into borrowed memory. */
    private static Panels packed(Execution on, Right b, Extent extent) {
        Products products = on.kernels().products();
        Storage target = on.borrow(products.packedLength(extent.inner, extent.columns));
        return products.pack(b.span(), extent.inner, extent.columns, b.transposed, target);
    }

    /**
     * The sizes of a product.
     *
     * @param rows of the result
     * @param inner length of the sums
     * @param columns of the result
     */
    record Extent(int rows, int inner, int columns) {
        /** The sizes of the transposed product. */
        Extent swapped() {
            return new Extent(columns, inner, rows);
        }

        long work() {
            return (long) rows * inner * columns;
        }
    }

    /**
     * A product of one column, whose right operand lies k by k whether or not it is transposed. A product of one row is the same with
     * the operands swapped: one column lies in memory like one row, and a · b is b · a.
     */
    private static void single(Execution on, Left a, Span b, Span c, Extent extent, boolean accumulate) {
        multiply(on, a, on.kernels().products().direct(b, extent.inner, 1), c, extent, accumulate);
    }

    private static void multiply(Execution on, Left a, Panels b, Span c, Extent extent, boolean accumulate) {
        Products products = on.kernels().products();
        int blocks = (extent.rows + ROW_BLOCK - 1) / ROW_BLOCK;
        if (b.count() > blocks) {
            on.split(
                    extent.work(),
                    b.count(),
                    (from, to) -> products.multiply(a, b, c, new Region(0, extent.rows, from, to), accumulate));
        } else {
            on.split(extent.work(), blocks, (from, to) -> {
                Region region = new Region(from * ROW_BLOCK, Math.min(extent.rows, to * ROW_BLOCK), 0, b.count());
                products.multiply(a, b, c, region, accumulate);
            });
        }
    }
}

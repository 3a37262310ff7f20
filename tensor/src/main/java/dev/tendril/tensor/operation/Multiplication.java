package dev.tendril.tensor.operation;

import dev.tendril.tensor.kernel.Products;
import dev.tendril.tensor.kernel.Products.Left;
import dev.tendril.tensor.kernel.Products.Panels;
import dev.tendril.tensor.kernel.Products.Region;
import dev.tendril.tensor.kernel.Products.Result;
import dev.tendril.tensor.kernel.Products.Right;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.PackedForms.Orientation;
import org.jspecify.annotations.Nullable;

/** Matrix products over arrays: uses kept packed forms, splits products, their rows or their panels over threads. */
public final class Multiplication {
    private static final int ROW_BLOCK = 24; // threads cut rows at multiples, so that register tiles stay whole

    private Multiplication() {}

    /**
     * C = S + A B.
     *
     * @param forms where packed forms of B are kept; null if they are not
     */
    static void run(Execution on, int rows, Left a, Right b, @Nullable PackedForms forms, Result c) {
        if (rows == 0 || b.columns() == 0) {
            return;
        }
        if (forms == null || b.columns() == 1) {
            run(on, rows, a, b, c);
        } else {
            Orientation orientation = b.columnStep() == 1 ? Orientation.PLAIN : Orientation.TRANSPOSED;
            run(on, rows, a, forms.of(orientation, () -> packed(on, b)), c);
        }
    }

    /** C = S + A B, where B lies. */
    public static void run(Execution on, int rows, Left a, Right b, Result c) {
        Part part = (region, scratch) -> on.kernels().products().multiply(a, b, c, region, scratch);
        split(on, rows, b.inner(), b.columns(), part);
    }

    /** C = S + A B with a packed B. */
    public static void run(Execution on, int rows, Left a, Panels b, Result c) {
        Part part = (region, scratch) -> on.kernels().products().multiply(a, b, c, region, scratch);
        split(on, rows, b.inner(), b.columns(), part);
    }

    /** Computes some rows of one of several products. */
    @FunctionalInterface
    interface Rows {
        /** Computes a region of product {@code index}; the scratch memory is of this thread alone. */
        void compute(int index, Region region, Storage scratch);
    }

    /**
     * Computes products of one size.
     *
     * @param count how many
     * @param rows of each
     * @param b the right operand of one of them
     */
    static void each(Execution on, int count, int rows, Right b, Rows part) {
        int blocks = blocks(rows);
        on.split((long) count * rows * b.inner() * b.columns(), count * blocks, (from, to) -> {
            Storage scratch = on.borrow(on.kernels().products().scratchLength());
            for (int block = from; block < to; ) {
                int first = block % blocks;
                int behind = Math.min(blocks, first + to - block);
                int end = Math.min(rows, behind * ROW_BLOCK);
                part.compute(block / blocks, new Region(first * ROW_BLOCK, end, 0, b.columns()), scratch);
                block += behind - first;
            }
            on.giveBack(scratch);
        });
    }

    /** Packs a matrix as a part of a right operand; see {@link Products#pack}. */
    public static void pack(Execution on, Right part, Panels into, int innerFrom, int columnFrom) {
        Products products = on.kernels().products();
        int width = products.width();
        on.split((long) part.inner() * part.columns(), panels(part.columns(), width), (from, to) -> {
            int first = from * width;
            Span span = part.span().plus(first * part.columnStep());
            int columns = Math.min(part.columns(), to * width) - first;
            Right some = new Right(span, part.inner(), columns, part.innerStep(), part.columnStep());
            products.pack(some, into, innerFrom, columnFrom + first);
        });
    }

    /** The right operand, packed into memory borrowed for good. */
    private static Panels packed(Execution on, Right b) {
        Products products = on.kernels().products();
        Storage target = on.borrow(products.packedLength(b.inner(), b.columns()));
        Panels panels = products.panels(new Span(target, 0), b.inner(), b.columns());
        pack(on, b, panels, 0, 0);
        return panels;
    }

    /** Computes a region of a product. */
    private interface Part {
        void compute(Region region, Storage scratch);
    }

    private static void split(Execution on, int rows, int inner, int columns, Part part) {
        Products products = on.kernels().products();
        int width = products.width();
        int panels = panels(columns, width);
        int blocks = blocks(rows);
        on.split((long) rows * inner * columns, Math.max(panels, blocks), (from, to) -> {
            Storage scratch = on.borrow(products.scratchLength());
            part.compute(
                    panels >= blocks
                            ? new Region(0, rows, from * width, Math.min(columns, to * width))
                            : new Region(from * ROW_BLOCK, Math.min(rows, to * ROW_BLOCK), 0, columns),
                    scratch);
            on.giveBack(scratch);
        });
    }

    private static int panels(int columns, int width) {
        return (columns + width - 1) / width;
    }

    private static int blocks(int rows) {
        return (rows + ROW_BLOCK - 1) / ROW_BLOCK;
    }
}

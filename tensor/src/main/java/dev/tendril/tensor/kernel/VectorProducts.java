package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.VectorFunctions.LANES;

import java.util.Arrays;

/**
 * Matrix products on vectors. The right operand is walked in panels as wide as a register tile: packed ones lie k by k, padded with
 * zeros to whole vectors; others are read where they lie.
 */
final class VectorProducts implements Products {
    /** Vectors in a panel: four where there are 32 registers, which come with 512 bits, else two. */
    private static final int VECTORS = LANES == 16 ? 4 : 2;

    private static final int WIDTH = VECTORS * LANES;

    /** From so many rows on, packing costs a small part of the product and spares cache misses. */
    private static final int ROWS_WORTH_PACKING = 48;

    @Override
    public boolean wantsPacking(int rows, int inner, int columns) {
        return columns > 1 && (columns % LANES != 0 || rows >= ROWS_WORTH_PACKING);
    }

    @Override
    public int packedLength(int inner, int columns) {
        return Math.multiplyExact(inner, (columns + WIDTH - 1) / WIDTH * WIDTH);
    }

    @Override
    public Panels pack(Span b, int inner, int columns, boolean transposed, Storage target) {
        float[] from = b.floats();
        float[] to = ((Floats) target).array();
        Panels panels = new Panels(new Span(target, 0), inner, columns, WIDTH, WIDTH, inner * WIDTH);
        for (int panel = 0; panel < panels.count(); panel++) {
            int first = panel * WIDTH;
            int count = Math.min(WIDTH, columns - first);
            if (transposed) {
                packTransposed(from, b.at() + first * inner, inner, count, to, panel * inner * WIDTH);
            } else {
                packRows(from, b.at() + first, inner, columns, count, to, panel * inner * WIDTH);
            }
        }
        return panels;
    }

    @Override
    public Panels direct(Span b, int inner, int columns) {
        return new Panels(b, inner, columns, WIDTH, columns, WIDTH);
    }

    @Override
    public void multiply(Left a, Panels b, Span c, Region region, boolean accumulate) {
        if (b.columns() == 1) {
            SingleColumn.multiply(a, b, c, region, accumulate);
            return;
        }
        for (int panel = region.panelFrom(); panel < region.panelTo(); panel++) {
            int column = panel * WIDTH;
            int right = b.span().at() + panel * b.panelStep();
            int whole = Math.min(WIDTH, b.columns() - column) / LANES;
            Columns columns = new Columns(a, b, c, right, column, accumulate);
            if (whole == 4) {
                four(columns, region);
            } else {
                for (int vector = 0; vector < whole; ) {
                    int width = whole - vector >= 2 ? 2 : 1;
                    if (width == 2) {
                        two(columns.plus(vector * LANES), region);
                    } else {
                        one(columns.plus(vector * LANES), region);
                    }
                    vector += width;
                }
            }
            if (column + whole * LANES < b.columns() && whole < VECTORS) {
                rest(columns.plus(whole * LANES), region, b.columns() - column - whole * LANES);
            }
        }
    }

    /** Some columns of a product: where the right operand and the result have their first one. */
    private record Columns(Left a, Panels b, Span c, int right, int column, boolean accumulate) {
        Columns plus(int columns) {
            return new Columns(a, b, c, right + columns, column + columns, accumulate);
        }

        int left(int row) {
            return a.span().at() + row * a.rowStep();
        }

        int result(int row) {
            return c.at() + row * b.columns() + column;
        }
    }

    private static void four(Columns to, Region region) {
        Left a = to.a;
        Panels b = to.b;
        float[] left = a.span().floats();
        float[] right = b.span().floats();
        float[] c = to.c.floats();
        int row = region.rowFrom();
        for (; row + 4 <= region.rowTo(); row += 4) {
            VectorTiles.rows4vectors4(
                    left,
                    to.left(row),
                    a.rowStep(),
                    a.innerStep(),
                    right,
                    to.right,
                    b.innerStep(),
                    b.inner(),
                    c,
                    to.result(row),
                    b.columns(),
                    to.accumulate);
        }
        for (; row < region.rowTo(); row++) {
            VectorTiles.rows1vectors4(
                    left,
                    to.left(row),
                    a.rowStep(),
                    a.innerStep(),
                    right,
                    to.right,
                    b.innerStep(),
                    b.inner(),
                    c,
                    to.result(row),
                    b.columns(),
                    to.accumulate);
        }
    }

    private static void two(Columns to, Region region) {
        Left a = to.a;
        Panels b = to.b;
        float[] left = a.span().floats();
        float[] right = b.span().floats();
        float[] c = to.c.floats();
        int row = region.rowFrom();
        for (; row + 4 <= region.rowTo(); row += 4) {
            VectorTiles.rows4vectors2(
                    left,
                    to.left(row),
                    a.rowStep(),
                    a.innerStep(),
                    right,
                    to.right,
                    b.innerStep(),
                    b.inner(),
                    c,
                    to.result(row),
                    b.columns(),
                    to.accumulate);
        }
        for (; row < region.rowTo(); row++) {
            VectorTiles.rows1vectors2(
                    left,
                    to.left(row),
                    a.rowStep(),
                    a.innerStep(),
                    right,
                    to.right,
                    b.innerStep(),
                    b.inner(),
                    c,
                    to.result(row),
                    b.columns(),
                    to.accumulate);
        }
    }

    private static void one(Columns to, Region region) {
        Left a = to.a;
        Panels b = to.b;
        float[] left = a.span().floats();
        float[] right = b.span().floats();
        float[] c = to.c.floats();
        int row = region.rowFrom();
        for (; row + 8 <= region.rowTo(); row += 8) {
            VectorTiles.rows8vectors1(
                    left,
                    to.left(row),
                    a.rowStep(),
                    a.innerStep(),
                    right,
                    to.right,
                    b.innerStep(),
                    b.inner(),
                    c,
                    to.result(row),
                    b.columns(),
                    to.accumulate);
        }
        for (; row < region.rowTo(); row++) {
            VectorTiles.rows1vectors1(
                    left,
                    to.left(row),
                    a.rowStep(),
                    a.innerStep(),
                    right,
                    to.right,
                    b.innerStep(),
                    b.inner(),
                    c,
                    to.result(row),
                    b.columns(),
                    to.accumulate);
        }
    }

    /** The last columns, fewer than a vector: computed beside the result in whole vectors, of which the real ones are copied. */
    private static void rest(Columns from, Region region, int count) {
        float[] c = from.c.floats();
        float[] beside = new float[8 * LANES];
        Left a = from.a;
        Panels b = from.b;
        for (int row = region.rowFrom(); row < region.rowTo(); row += 8) {
            int rows = Math.min(8, region.rowTo() - row);
            for (int r = 0; r < rows && from.accumulate; r++) {
                System.arraycopy(c, from.result(row + r), beside, r * LANES, count);
            }
            restOfRows(a, b, from, row, rows, beside);
            for (int r = 0; r < rows; r++) {
                System.arraycopy(beside, r * LANES, c, from.result(row + r), count);
            }
        }
    }

    private static void restOfRows(Left a, Panels b, Columns from, int row, int rows, float[] beside) {
        float[] left = a.span().floats();
        float[] right = b.span().floats();
        if (rows == 8) {
            VectorTiles.rows8vectors1(
                    left,
                    from.left(row),
                    a.rowStep(),
                    a.innerStep(),
                    right,
                    from.right,
                    b.innerStep(),
                    b.inner(),
                    beside,
                    0,
                    LANES,
                    from.accumulate);
            return;
        }
        for (int r = 0; r < rows; r++) {
            VectorTiles.rows1vectors1(
                    left,
                    from.left(row + r),
                    a.rowStep(),
                    a.innerStep(),
                    right,
                    from.right,
                    b.innerStep(),
                    b.inner(),
                    beside,
                    r * LANES,
                    LANES,
                    from.accumulate);
        }
    }

    private static void packRows(float[] from, int at, int inner, int columns, int count, float[] to, int out) {
        for (int k = 0; k < inner; k++) {
            System.arraycopy(from, at + k * columns, to, out + k * WIDTH, count);
            Arrays.fill(to, out + k * WIDTH + count, out + (k + 1) * WIDTH, 0f);
        }
    }

    private static void packTransposed(float[] from, int at, int inner, int count, float[] to, int out) {
        for (int block = 0; block < count; block += Blocks.TRANSPOSE) { // a few columns at a time share cache lines
            int end = Math.min(count, block + Blocks.TRANSPOSE);
            for (int column = block; column < end; column++) {
                packColumn(from, at + column * inner, inner, to, out + column);
            }
        }
        for (int k = 0; k < inner && count < WIDTH; k++) {
            Arrays.fill(to, out + k * WIDTH + count, out + (k + 1) * WIDTH, 0f);
        }
    }

    private static void packColumn(float[] from, int at, int inner, float[] to, int out) {
        for (int k = 0; k < inner; k++) {
            to[out + k * WIDTH] = from[at + k];
        }
    }
}

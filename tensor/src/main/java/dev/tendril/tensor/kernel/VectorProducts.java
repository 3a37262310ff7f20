package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.VectorFunctions.LANES;

/**
 * Matrix products on vectors: blocks of k by blocks of rows by panels of columns. A block of one panel stays in the second cache while
 * the block's rows pass. Packed panels lie k by k, padded with zeros to their full width; of a right operand that is not packed, a
 * block of a panel at a time is copied beside, unless so few rows use it that it is read where it lies.
 */
final class VectorProducts implements Products {
    /** Vectors in a panel: four where there are 32 registers, which come with 512 bits, else two. */
    private static final int VECTORS = LANES == 16 ? 4 : 2;

    private static final int WIDTH = VECTORS * LANES;

    /** Length of a block of k. */
    private static final int DEPTH = 512;

    /** Rows of a block, a multiple of the rows of every tile. */
    private static final int HEIGHT = 384;

    /** From so many elements from k to k + 1 on, a block of the left operand is copied: it would share few sets of the caches. */
    private static final int FAR = 512;

    /** Length of a block of k whose left operand is copied, so that both blocks stay in the second cache. */
    private static final int DEPTH_COPIED = 256;

    /** From so many rows on, copying a block of the right operand costs a small part of the product and spares cache misses. */
    private static final int ROWS_WORTH_COPYING = 48;

    /** Rows computed beside the result at a time, a multiple of the rows of every tile. */
    private static final int ROWS_BESIDE = 24;

    private static final int BESIDE = ROWS_BESIDE * WIDTH;

    private static final int LEFT_BESIDE = BESIDE + DEPTH * WIDTH;

    /** What the kernels say of themselves: {@code tiles of 6 × 64}. */
    static String describe() {
        return "tiles of 6 × " + WIDTH;
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int scratchLength() {
        return LEFT_BESIDE + DEPTH_COPIED * HEIGHT;
    }

    @Override
    public int packedLength(int inner, int columns) {
        int width = packedWidth(columns);
        return Math.multiplyExact(inner, (columns + width - 1) / width * width);
    }

    /** A single column lies k by k; it needs no panel. */
    private static int packedWidth(int columns) {
        return columns == 1 ? 1 : WIDTH;
    }

    @Override
    public Panels panels(Span target, int inner, int columns) {
        int width = packedWidth(columns);
        int last = columns / width * width;
        if (last < columns) {
            VectorPacking.pad(target.floats(), target.at() + last * inner, inner, columns - last, width);
        }
        return new Panels(target, inner, columns);
    }

    @Override
    public void pack(Right part, Panels into, int innerFrom, int columnFrom) {
        float[] target = into.span().floats();
        int width = packedWidth(into.columns());
        for (int column = 0; column < part.columns(); ) {
            int place = columnFrom + column;
            int inPanel = place % width;
            int count = Math.min(width - inPanel, part.columns() - column);
            int at = into.span().at() + (place - inPanel) * into.inner() + innerFrom * width + inPanel;
            VectorPacking.copy(part, 0, part.inner(), column, count, target, at, width);
            column += count;
        }
    }

    @Override
    public void multiply(Left a, Panels b, Result c, Region region, Storage scratch) {
        if (b.columns() == 1) {
            multiply(a, Right.plain(b.span(), b.inner(), 1), c, region, scratch);
            return;
        }
        Strip strip = new Strip(a, c);
        float[] panels = b.span().floats();
        float[] beside = ((Floats) scratch).array();
        for (int k = 0; k == 0 || k < b.inner(); k += DEPTH) {
            strip.inner(k, Math.min(DEPTH, b.inner() - k));
            for (int row = region.rowFrom(); row < region.rowTo(); row += HEIGHT) {
                int end = Math.min(row + HEIGHT, region.rowTo());
                for (int column = region.columnFrom(); column < region.columnTo(); ) {
                    strip.column(column);
                    strip.right(panels, b.span().at() + column * b.inner() + k * WIDTH, WIDTH);
                    int count = Math.min(WIDTH, region.columnTo() - column);
                    if (end - row == 1 && VECTORS == 4 && column + 2 * WIDTH <= region.columnTo()) {
                        TilesPair.row(strip, row, b.inner() * WIDTH);
                        count = 2 * WIDTH;
                    } else {
                        columns(strip, count, row, end, beside);
                    }
                    column += count;
                }
            }
        }
    }

    @Override
    public void multiply(Left a, Right b, Result c, Region region, Storage scratch) {
        if (b.columns() == 1 && a.rowStep() == 1 && c.rowsTouch()) {
            columnAsRow(a, b, c, region, scratch);
        } else if (SingleColumn.fits(b, region)) {
            SingleColumn.multiply(a, b, c, region);
        } else {
            blocks(a, b, c, region, ((Floats) scratch).array());
        }
    }

    /** One column of rows that touch, as one row: (A b)ᵀ = bᵀ Aᵀ, link by link, since a · b is b · a. */
    private void columnAsRow(Left a, Right b, Result c, Region region, Storage scratch) {
        int rows = region.columnFrom() == region.columnTo() ? 0 : region.rowTo() - region.rowFrom();
        int first = region.rowFrom();
        Span start = c.start();
        multiply(
                new Left(b.span(), 0, b.innerStep()),
                new Right(a.span().plus(first), b.inner(), rows, a.innerStep(), 1),
                new Result(c.span().plus(first), 0, start == null ? null : start.plus(first), 0),
                new Region(0, 1, 0, rows),
                scratch);
    }

    private static void blocks(Left a, Right b, Result c, Region region, float[] beside) {
        Strip strip = new Strip(a, c);
        boolean copied = a.rowStep() == 1
                && a.innerStep() >= FAR
                && region.rowTo() - region.rowFrom() >= ROWS_WORTH_COPYING
                && region.columnTo() - region.columnFrom() >= WIDTH;
        int depth = copied ? DEPTH_COPIED : DEPTH;
        for (int k = 0; k == 0 || k < b.inner(); k += depth) {
            strip.inner(k, Math.min(depth, b.inner() - k));
            for (int row = region.rowFrom(); row < region.rowTo(); row += HEIGHT) {
                int end = Math.min(row + HEIGHT, region.rowTo());
                if (copied) {
                    copyLeft(strip, a, k, row, end - row, beside);
                }
                for (int column = region.columnFrom(); column < region.columnTo(); column += WIDTH) {
                    int count = Math.min(WIDTH, region.columnTo() - column);
                    strip.column(column);
                    place(strip, b, k, column, count, end - row, beside);
                    columns(strip, count, row, end, beside);
                }
            }
        }
    }

    /** Has a strip read rows of the left operand beside, where the rows of each k lie together. */
    private static void copyLeft(Strip strip, Left a, int k, int row, int count, float[] beside) {
        float[] from = a.span().floats();
        int at = a.span().at() + k * a.innerStep() + row;
        for (int i = 0; i < strip.inner; i++) {
            System.arraycopy(from, at + i * a.innerStep(), beside, LEFT_BESIDE + i * HEIGHT, count);
        }
        strip.left(beside, LEFT_BESIDE - row, 1, HEIGHT);
    }

    /** Has a strip read the right operand where it lies, or beside where it is copied to. */
    private static void place(Strip strip, Right b, int k, int column, int count, int rows, float[] beside) {
        if (b.columnStep() == 1 && rows < ROWS_WORTH_COPYING && count % LANES == 0) {
            strip.right(b.span().floats(), b.span().at() + k * b.innerStep() + column, b.innerStep());
        } else {
            int width = (count + LANES - 1) / LANES * LANES;
            VectorPacking.copy(b, k, strip.inner, column, count, beside, BESIDE, width);
            VectorPacking.pad(beside, BESIDE, strip.inner, count, width);
            strip.right(beside, BESIDE, width);
        }
    }

    /** Rows of up to a panel's columns, with as wide tiles as there are columns for. */
    private static void columns(Strip strip, int count, int from, int to, float[] beside) {
        for (int rest = count; rest > 0; ) {
            int vectors = rest > 3 * LANES ? 4 : rest > LANES ? 2 : 1;
            if (rest >= vectors * LANES) {
                rows(strip, vectors, from, to);
            } else {
                rowsBeside(strip, vectors, rest, from, to, beside);
            }
            strip.advance(vectors * LANES);
            rest -= vectors * LANES;
        }
    }

    private static void rows(Strip strip, int vectors, int from, int to) {
        switch (vectors) {
            case 4 -> TilesFour.rows(strip, from, to);
            case 2 -> TilesTwo.rows(strip, from, to);
            default -> TilesOne.rows(strip, from, to);
        }
    }

    /** Columns that do not fill their vectors: computed beside the result in whole vectors, of which the real columns are copied. */
    private static void rowsBeside(Strip strip, int vectors, int count, int from, int to, float[] beside) {
        int width = vectors * LANES;
        float[] start = strip.start;
        int startAt = strip.startAt;
        int startRowStep = strip.startRowStep;
        float[] result = strip.result;
        int resultAt = strip.resultAt;
        int resultRowStep = strip.resultRowStep;
        for (int first = from; first < to; first += ROWS_BESIDE) {
            int end = Math.min(first + ROWS_BESIDE, to);
            int shift = -first * width;
            for (int row = first; row < end; row++) {
                System.arraycopy(start, startAt + row * startRowStep, beside, shift + row * width, count);
            }
            strip.beside(beside, shift, width);
            rows(strip, vectors, first, end);
            for (int row = first; row < end; row++) {
                System.arraycopy(beside, shift + row * width, result, resultAt + row * resultRowStep, count);
            }
        }
    }
}

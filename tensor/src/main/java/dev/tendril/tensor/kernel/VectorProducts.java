package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.VectorFunctions.LANES;

/**
 * Matrix products on vectors. The right operand is walked in panels as wide as the widest register tile: packed ones lie k by k, padded
 * with zeros to whole panels; of others, a block of k at a time is copied beside, unless so few rows use it that it is read where it
 * lies.
 */
final class VectorProducts implements Products {
    /** Vectors in a panel: four where there are 32 registers, which come with 512 bits, else two. */
    private static final int VECTORS = LANES == 16 ? 4 : 2;

    private static final int WIDTH = VECTORS * LANES;

    /** Length of a block of k: so much of a panel stays in the cache while all rows pass. */
    private static final int DEPTH = 256;

    /** From so many rows on, copying a block of the right operand costs a small part of the product and spares cache misses. */
    private static final int ROWS_WORTH_COPYING = 48;

    private static final int EDGE_ROWS = 8;
    private static final int EDGE = EDGE_ROWS * LANES;

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int scratchLength() {
        return EDGE + DEPTH * WIDTH;
    }

    @Override
    public int packedLength(int inner, int columns) {
        return Math.multiplyExact(inner, (columns + WIDTH - 1) / WIDTH * WIDTH);
    }

    @Override
    public Panels panels(Span target, int inner, int columns) {
        int last = columns / WIDTH * WIDTH;
        if (last < columns) {
            VectorPacking.pad(target.floats(), target.at() + last * inner, inner, columns - last, WIDTH);
        }
        return new Panels(target, inner, columns);
    }

    @Override
    public void pack(Right part, Panels into, int innerFrom, int columnFrom) {
        float[] target = into.span().floats();
        for (int column = 0; column < part.columns(); ) {
            int place = columnFrom + column;
            int count = Math.min(WIDTH - place % WIDTH, part.columns() - column);
            int at = into.span().at() + place / WIDTH * into.inner() * WIDTH + innerFrom * WIDTH + place % WIDTH;
            VectorPacking.copy(part, 0, part.inner(), column, count, target, at, WIDTH);
            column += count;
        }
    }

    @Override
    public void multiply(Left a, Panels b, Result c, Region region, Storage scratch) {
        Strip strip = new Strip(a, c);
        float[] panels = b.span().floats();
        for (int k = 0; k == 0 || k < b.inner(); k += DEPTH) {
            strip.inner(k, Math.min(DEPTH, b.inner() - k));
            for (int column = region.columnFrom(); column < region.columnTo(); column += WIDTH) {
                strip.column(column, k == 0);
                strip.right(panels, b.span().at() + column * b.inner() + k * WIDTH, WIDTH);
                columns(strip, Math.min(WIDTH, b.columns() - column), region, scratch);
            }
        }
    }

    @Override
    public void multiply(Left a, Right b, Result c, Region region, Storage scratch) {
        if (SingleColumn.fits(b, region)) {
            SingleColumn.multiply(a, b, c, region);
            return;
        }
        Strip strip = new Strip(a, c);
        for (int k = 0; k == 0 || k < b.inner(); k += DEPTH) {
            strip.inner(k, Math.min(DEPTH, b.inner() - k));
            for (int column = region.columnFrom(); column < region.columnTo(); column += WIDTH) {
                int count = Math.min(WIDTH, b.columns() - column);
                strip.column(column, k == 0);
                place(strip, b, k, column, count, region, ((Floats) scratch).array());
                columns(strip, count, region, scratch);
            }
        }
    }

    /** Makes a strip read the right operand where it lies, or beside where it was copied to. */
    private static void place(Strip strip, Right b, int k, int column, int count, Region region, float[] scratch) {
        int rows = region.rowTo() - region.rowFrom();
        if (b.columnStep() == 1 && rows < ROWS_WORTH_COPYING && count % LANES == 0) {
            strip.right(b.span().floats(), b.span().at() + k * b.innerStep() + column, b.innerStep());
        } else {
            VectorPacking.copy(b, k, strip.inner, column, count, scratch, EDGE, WIDTH);
            VectorPacking.pad(scratch, EDGE, strip.inner, count, WIDTH);
            strip.right(scratch, EDGE, WIDTH);
        }
    }

    /** All rows of up to a panel's columns, with as wide tiles as there are columns for. */
    private static void columns(Strip strip, int count, Region region, Storage scratch) {
        int rest = count;
        while (rest >= LANES) {
            int width = rest >= 4 * LANES ? 4 : rest >= 2 * LANES ? 2 : 1;
            rows(strip, width, region.rowFrom(), region.rowTo());
            strip.advance(width * LANES);
            rest -= width * LANES;
        }
        if (rest > 0) {
            edge(strip, rest, region, scratch);
        }
    }

    private static void rows(Strip strip, int vectors, int from, int to) {
        int row = from;
        switch (vectors) {
            case 4 -> {
                for (; row + 4 <= to; row += 4) {
                    TilesFour.rows4(strip, row);
                }
                for (; row < to; row++) {
                    TilesFour.rows1(strip, row);
                }
            }
            case 2 -> {
                for (; row + 4 <= to; row += 4) {
                    TilesTwo.rows4(strip, row);
                }
                for (; row < to; row++) {
                    TilesTwo.rows1(strip, row);
                }
            }
            default -> {
                for (; row + 8 <= to; row += 8) {
                    TilesOne.rows8(strip, row);
                }
                for (; row < to; row++) {
                    TilesOne.rows1(strip, row);
                }
            }
        }
    }

    /** The last columns, fewer than a vector: computed beside the result in whole vectors, of which the real ones are copied. */
    private static void edge(Strip strip, int count, Region region, Storage scratch) {
        float[] beside = ((Floats) scratch).array();
        float[] start = strip.start;
        int startAt = strip.startAt;
        int startRowStep = strip.startRowStep;
        float[] result = strip.result;
        int resultAt = strip.resultAt;
        int resultRowStep = strip.resultRowStep;
        for (int first = region.rowFrom(); first < region.rowTo(); first += EDGE_ROWS) {
            int end = Math.min(first + EDGE_ROWS, region.rowTo());
            int shift = -first * LANES;
            for (int row = first; row < end; row++) {
                System.arraycopy(start, startAt + row * startRowStep, beside, shift + row * LANES, count);
            }
            strip.beside(beside, shift, LANES);
            rows(strip, 1, first, end);
            for (int row = first; row < end; row++) {
                System.arraycopy(beside, shift + row * LANES, result, resultAt + row * resultRowStep, count);
            }
        }
    }
}

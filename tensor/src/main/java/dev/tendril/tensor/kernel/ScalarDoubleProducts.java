package dev.tendril.tensor.kernel;

import java.util.Arrays;

/**
 * Matrix products in plain loops, float64; the compiler turns the innermost one into vector code. Multiplies and adds with two roundings:
 * the reference needs no fused step.
 */
final class ScalarDoubleProducts implements Products {
    private static final int WIDTH = 64;

    /** Length of a block of k, for which columns that lie k by k are copied beside. */
    private static final int DEPTH = 64;

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int scratchLength() {
        return DEPTH * WIDTH;
    }

    @Override
    public int packedLength(int inner, int columns) {
        return Math.multiplyExact(inner, columns);
    }

    @Override
    public Panels panels(Span target, int inner, int columns) {
        return new Panels(target, inner, columns);
    }

    @Override
    public void pack(Right part, Panels into, int innerFrom, int columnFrom) {
        int at = into.span().at() + innerFrom * into.columns() + columnFrom;
        copy(part, 0, part.inner(), 0, part.columns(), into.span().doubles(), at, into.columns());
    }

    @Override
    public void multiply(Left a, Panels b, Result c, Region region, Storage scratch) {
        multiply(a, Right.plain(b.span(), b.inner(), b.columns()), c, region, scratch);
    }

    @Override
    public void multiply(Left a, Right b, Result c, Region region, Storage scratch) {
        start(c, region);
        if (b.columnStep() == 1) {
            add(a, b, c, region);
            return;
        }
        for (int column = region.columnFrom(); column < region.columnTo(); column += WIDTH) {
            int columns = Math.min(WIDTH, region.columnTo() - column);
            Result part = Result.added(c.span().plus(column), c.rowStep());
            Region all = new Region(region.rowFrom(), region.rowTo(), 0, columns);
            for (int k = 0; k < b.inner(); k += DEPTH) {
                int inner = Math.min(DEPTH, b.inner() - k);
                Span beside = new Span(scratch, 0);
                copy(b, k, inner, column, columns, beside.doubles(), 0, columns);
                Left from = new Left(a.span().plus(k * a.innerStep()), a.rowStep(), a.innerStep());
                add(from, Right.plain(beside, inner, columns), part, all);
            }
        }
    }

    private static void copy(
            Right b, int innerFrom, int inner, int columnFrom, int columns, double[] target, int at, int step) {
        double[] from = b.span().doubles();
        int first = b.span().at() + innerFrom * b.innerStep() + columnFrom * b.columnStep();
        for (int k = 0; k < inner; k++) {
            for (int column = 0; column < columns; column++) {
                target[at + k * step + column] = from[first + k * b.innerStep() + column * b.columnStep()];
            }
        }
    }

    private static void start(Result c, Region region) {
        Span start = c.start();
        int columns = region.columnTo() - region.columnFrom();
        for (int row = region.rowFrom(); row < region.rowTo(); row++) {
            int out = c.span().at() + row * c.rowStep() + region.columnFrom();
            if (start == null) {
                Arrays.fill(c.span().doubles(), out, out + columns, 0);
            } else {
                int in = start.at() + row * c.startRowStep() + region.columnFrom();
                System.arraycopy(start.doubles(), in, c.span().doubles(), out, columns);
            }
        }
    }

    /** C = C + A B. */
    private static void add(Left a, Right b, Result c, Region region) {
        int columns = region.columnTo() - region.columnFrom();
        for (int row = region.rowFrom(); row < region.rowTo(); row++) {
            Span to = c.span().plus(row * c.rowStep() + region.columnFrom());
            int k = 0;
            for (; k + 4 <= b.inner(); k += 4) {
                addFour(a, row, k, b, region.columnFrom(), to, columns);
            }
            for (; k < b.inner(); k++) {
                addOne(a, row, k, b, region.columnFrom(), to, columns);
            }
        }
    }

    /** Four links of every chain of a row, so that the row is loaded and stored once for four. */
    private static void addFour(Left a, int row, int k, Right b, int column, Span c, int columns) {
        double[] left = a.span().doubles();
        int at = a.span().at() + row * a.rowStep() + k * a.innerStep();
        double a0 = left[at];
        double a1 = left[at + a.innerStep()];
        double a2 = left[at + 2 * a.innerStep()];
        double a3 = left[at + 3 * a.innerStep()];
        int b0 = b.span().at() + k * b.innerStep() + column;
        int b1 = b0 + b.innerStep();
        int b2 = b1 + b.innerStep();
        int b3 = b2 + b.innerStep();
        double[] right = b.span().doubles();
        double[] to = c.doubles();
        int out = c.at();
        for (int j = 0; j < columns; j++) {
            double first = to[out + j] + a0 * right[b0 + j] + a1 * right[b1 + j];
            to[out + j] = first + a2 * right[b2 + j] + a3 * right[b3 + j];
        }
    }

    private static void addOne(Left a, int row, int k, Right b, int column, Span c, int columns) {
        double factor = a.span().doubles()[a.span().at() + row * a.rowStep() + k * a.innerStep()];
        double[] right = b.span().doubles();
        int in = b.span().at() + k * b.innerStep() + column;
        double[] to = c.doubles();
        int out = c.at();
        for (int j = 0; j < columns; j++) {
            to[out + j] = to[out + j] + factor * right[in + j];
        }
    }
}

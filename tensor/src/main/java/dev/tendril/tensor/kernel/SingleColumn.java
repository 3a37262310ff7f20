package dev.tendril.tensor.kernel;

import dev.tendril.tensor.kernel.Products.Left;
import dev.tendril.tensor.kernel.Products.Region;
import dev.tendril.tensor.kernel.Products.Result;
import dev.tendril.tensor.kernel.Products.Right;

/** Products with one column. There is nothing to fill a vector with, so eight rows at a time, then four, keep as many chains running. */
final class SingleColumn {
    private static final int ROWS = 8;

    private SingleColumn() {}

    /** Whether a product has one column, or one row and a right operand whose columns lie k by k: swapped, it has one column too. */
    static boolean fits(Right b, Region region) {
        return b.columns() == 1 || (region.rowTo() - region.rowFrom() == 1 && b.innerStep() == 1);
    }

    static void multiply(Left a, Right b, Result c, Region region) {
        if (b.columns() > 1) {
            swapped(a, b, c, region);
        } else if (region.columnFrom() < region.columnTo()) {
            Strip strip = new Strip(a, c);
            strip.inner(0, b.inner());
            strip.column(0);
            strip.right(b.span().floats(), b.span().at(), b.innerStep());
            rows(strip, region.rowFrom(), region.rowTo());
        }
    }

    /** One row: (a B)ᵀ = Bᵀ aᵀ, link by link, since a · b is b · a. */
    private static void swapped(Left a, Right b, Result c, Region region) {
        int row = region.rowFrom();
        Span start = c.start();
        Span first = start == null ? null : start.plus(row * c.startRowStep());
        multiply(
                new Left(b.span(), b.columnStep(), 1),
                new Right(a.span().plus(row * a.rowStep()), b.inner(), 1, a.innerStep(), 1),
                new Result(c.span().plus(row * c.rowStep()), 1, first, 1),
                new Region(region.columnFrom(), region.columnTo(), 0, 1));
    }

    private static void rows(Strip strip, int from, int to) {
        int row = from;
        for (; row + ROWS <= to; row += ROWS) {
            rows8(strip, row);
        }
        for (; row + ROWS / 2 <= to; row += ROWS / 2) {
            rows4(strip, row);
        }
        for (; row < to; row++) {
            rows1(strip, row);
        }
    }

    private static void rows8(Strip s, int row) {
        float[] a = s.left;
        int aRow = s.leftRowStep;
        int aInner = s.leftInnerStep;
        float[] b = s.right;
        int bInner = s.rightInnerStep;
        float[] c = s.start;
        int cRow = s.startRowStep;
        int at = s.startAt + row * cRow;
        float c0 = c[at];
        float c1 = c[at + cRow];
        float c2 = c[at + 2 * cRow];
        float c3 = c[at + 3 * cRow];
        float c4 = c[at + 4 * cRow];
        float c5 = c[at + 5 * cRow];
        float c6 = c[at + 6 * cRow];
        float c7 = c[at + 7 * cRow];
        int left = s.leftAt + row * aRow;
        int right = s.rightAt;
        for (int k = s.inner; k > 0; k--) {
            float factor = b[right];
            c0 = Fma.of(a[left], factor, c0);
            c1 = Fma.of(a[left + aRow], factor, c1);
            c2 = Fma.of(a[left + 2 * aRow], factor, c2);
            c3 = Fma.of(a[left + 3 * aRow], factor, c3);
            c4 = Fma.of(a[left + 4 * aRow], factor, c4);
            c5 = Fma.of(a[left + 5 * aRow], factor, c5);
            c6 = Fma.of(a[left + 6 * aRow], factor, c6);
            c7 = Fma.of(a[left + 7 * aRow], factor, c7);
            left += aInner;
            right += bInner;
        }
        float[] to = s.result;
        int toRow = s.resultRowStep;
        int out = s.resultAt + row * toRow;
        to[out] = c0;
        to[out + toRow] = c1;
        to[out + 2 * toRow] = c2;
        to[out + 3 * toRow] = c3;
        to[out + 4 * toRow] = c4;
        to[out + 5 * toRow] = c5;
        to[out + 6 * toRow] = c6;
        to[out + 7 * toRow] = c7;
    }

    private static void rows4(Strip s, int row) {
        float[] a = s.left;
        int aRow = s.leftRowStep;
        int aInner = s.leftInnerStep;
        float[] b = s.right;
        int bInner = s.rightInnerStep;
        float[] c = s.start;
        int cRow = s.startRowStep;
        int at = s.startAt + row * cRow;
        float c0 = c[at];
        float c1 = c[at + cRow];
        float c2 = c[at + 2 * cRow];
        float c3 = c[at + 3 * cRow];
        int left = s.leftAt + row * aRow;
        int right = s.rightAt;
        for (int k = s.inner; k > 0; k--) {
            float factor = b[right];
            c0 = Fma.of(a[left], factor, c0);
            c1 = Fma.of(a[left + aRow], factor, c1);
            c2 = Fma.of(a[left + 2 * aRow], factor, c2);
            c3 = Fma.of(a[left + 3 * aRow], factor, c3);
            left += aInner;
            right += bInner;
        }
        float[] to = s.result;
        int toRow = s.resultRowStep;
        int out = s.resultAt + row * toRow;
        to[out] = c0;
        to[out + toRow] = c1;
        to[out + 2 * toRow] = c2;
        to[out + 3 * toRow] = c3;
    }

    private static void rows1(Strip s, int row) {
        float[] a = s.left;
        int aRow = s.leftRowStep;
        int aInner = s.leftInnerStep;
        float[] b = s.right;
        int bInner = s.rightInnerStep;
        float[] c = s.start;
        int cRow = s.startRowStep;
        int at = s.startAt + row * cRow;
        float c0 = c[at];
        int left = s.leftAt + row * aRow;
        int right = s.rightAt;
        for (int k = s.inner; k > 0; k--) {
            float factor = b[right];
            c0 = Fma.of(a[left], factor, c0);
            left += aInner;
            right += bInner;
        }
        float[] to = s.result;
        int toRow = s.resultRowStep;
        int out = s.resultAt + row * toRow;
        to[out] = c0;
    }
}

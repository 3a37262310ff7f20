package dev.tendril.tensor.kernel;

import dev.tendril.tensor.kernel.Products.Left;
import dev.tendril.tensor.kernel.Products.Panels;
import dev.tendril.tensor.kernel.Products.Region;
import java.util.Arrays;

/** Products with one column. There is nothing to fill a vector with, so eight rows at a time keep eight chains running. */
final class SingleColumn {
    private static final int ROWS = 8;

    private SingleColumn() {}

    static void multiply(Left a, Panels b, Span c, Region region, boolean accumulate) {
        if (region.panelFrom() == region.panelTo()) {
            return;
        }
        float[] to = c.floats();
        if (!accumulate) {
            Arrays.fill(to, c.at() + region.rowFrom(), c.at() + region.rowTo(), 0f);
        }
        float[] left = a.span().floats();
        float[] right = b.span().floats();
        int row = region.rowFrom();
        for (; row + ROWS <= region.rowTo(); row += ROWS) {
            int at = a.span().at() + row * a.rowStep();
            rows8(
                    left,
                    at,
                    a.rowStep(),
                    a.innerStep(),
                    right,
                    b.span().at(),
                    b.innerStep(),
                    b.inner(),
                    to,
                    c.at() + row);
        }
        for (; row < region.rowTo(); row++) {
            int at = a.span().at() + row * a.rowStep();
            row(left, at, a.innerStep(), right, b.span().at(), b.innerStep(), b.inner(), to, c.at() + row);
        }
    }

    private static void rows8(
            float[] a,
            int aAt,
            int rowStep,
            int leftStep,
            float[] b,
            int bAt,
            int rightStep,
            int inner,
            float[] c,
            int cAt) {
        float c0 = c[cAt];
        float c1 = c[cAt + 1];
        float c2 = c[cAt + 2];
        float c3 = c[cAt + 3];
        float c4 = c[cAt + 4];
        float c5 = c[cAt + 5];
        float c6 = c[cAt + 6];
        float c7 = c[cAt + 7];
        int left = aAt;
        int right = bAt;
        for (int k = 0; k < inner; k++) {
            float factor = b[right];
            c0 = Fma.of(a[left], factor, c0);
            c1 = Fma.of(a[left + rowStep], factor, c1);
            c2 = Fma.of(a[left + 2 * rowStep], factor, c2);
            c3 = Fma.of(a[left + 3 * rowStep], factor, c3);
            c4 = Fma.of(a[left + 4 * rowStep], factor, c4);
            c5 = Fma.of(a[left + 5 * rowStep], factor, c5);
            c6 = Fma.of(a[left + 6 * rowStep], factor, c6);
            c7 = Fma.of(a[left + 7 * rowStep], factor, c7);
            left += leftStep;
            right += rightStep;
        }
        c[cAt] = c0;
        c[cAt + 1] = c1;
        c[cAt + 2] = c2;
        c[cAt + 3] = c3;
        c[cAt + 4] = c4;
        c[cAt + 5] = c5;
        c[cAt + 6] = c6;
        c[cAt + 7] = c7;
    }

    private static void row(
            float[] a, int aAt, int leftStep, float[] b, int bAt, int rightStep, int inner, float[] c, int cAt) {
        float sum = c[cAt];
        for (int k = 0; k < inner; k++) {
            sum = Fma.of(a[aAt + k * leftStep], b[bAt + k * rightStep], sum);
        }
        c[cAt] = sum;
    }
}

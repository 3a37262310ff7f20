package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.VectorFunctions.fma;
import static dev.tendril.tensor.kernel.VectorFunctions.load;
import static dev.tendril.tensor.kernel.VectorFunctions.splat;

import jdk.incubator.vector.FloatVector;

/**
 * Register tiles of one vector: some rows of a strip stay in registers through the whole sum. Each method is one tile, written out,
 * because vectors in arrays would be boxed.
 */
final class TilesOne {
    private TilesOne() {}

    static void rows8(Strip s, int row) {
        float[] a = s.left;
        int aRow = s.leftRowStep;
        int aInner = s.leftInnerStep;
        float[] b = s.right;
        int bInner = s.rightInnerStep;
        float[] c = s.start;
        int cRow = s.startRowStep;
        int at = s.startAt + row * cRow;
        FloatVector c00 = load(c, at);
        FloatVector c10 = load(c, at + cRow);
        FloatVector c20 = load(c, at + 2 * cRow);
        FloatVector c30 = load(c, at + 3 * cRow);
        FloatVector c40 = load(c, at + 4 * cRow);
        FloatVector c50 = load(c, at + 5 * cRow);
        FloatVector c60 = load(c, at + 6 * cRow);
        FloatVector c70 = load(c, at + 7 * cRow);
        int left = s.leftAt + row * aRow;
        int right = s.rightAt;
        for (int k = s.inner; k > 0; k--) {
            FloatVector b0 = load(b, right);
            FloatVector a0 = splat(a[left]);
            c00 = fma(a0, b0, c00);
            FloatVector a1 = splat(a[left + aRow]);
            c10 = fma(a1, b0, c10);
            FloatVector a2 = splat(a[left + 2 * aRow]);
            c20 = fma(a2, b0, c20);
            FloatVector a3 = splat(a[left + 3 * aRow]);
            c30 = fma(a3, b0, c30);
            FloatVector a4 = splat(a[left + 4 * aRow]);
            c40 = fma(a4, b0, c40);
            FloatVector a5 = splat(a[left + 5 * aRow]);
            c50 = fma(a5, b0, c50);
            FloatVector a6 = splat(a[left + 6 * aRow]);
            c60 = fma(a6, b0, c60);
            FloatVector a7 = splat(a[left + 7 * aRow]);
            c70 = fma(a7, b0, c70);
            left += aInner;
            right += bInner;
        }
        float[] to = s.result;
        int toRow = s.resultRowStep;
        int out = s.resultAt + row * toRow;
        c00.intoArray(to, out);
        c10.intoArray(to, out + toRow);
        c20.intoArray(to, out + 2 * toRow);
        c30.intoArray(to, out + 3 * toRow);
        c40.intoArray(to, out + 4 * toRow);
        c50.intoArray(to, out + 5 * toRow);
        c60.intoArray(to, out + 6 * toRow);
        c70.intoArray(to, out + 7 * toRow);
    }

    static void rows1(Strip s, int row) {
        float[] a = s.left;
        int aRow = s.leftRowStep;
        int aInner = s.leftInnerStep;
        float[] b = s.right;
        int bInner = s.rightInnerStep;
        float[] c = s.start;
        int cRow = s.startRowStep;
        int at = s.startAt + row * cRow;
        FloatVector c00 = load(c, at);
        int left = s.leftAt + row * aRow;
        int right = s.rightAt;
        for (int k = s.inner; k > 0; k--) {
            FloatVector b0 = load(b, right);
            FloatVector a0 = splat(a[left]);
            c00 = fma(a0, b0, c00);
            left += aInner;
            right += bInner;
        }
        float[] to = s.result;
        int toRow = s.resultRowStep;
        int out = s.resultAt + row * toRow;
        c00.intoArray(to, out);
    }
}

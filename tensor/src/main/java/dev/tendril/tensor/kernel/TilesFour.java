package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.VectorFunctions.LANES;
import static dev.tendril.tensor.kernel.VectorFunctions.fma;
import static dev.tendril.tensor.kernel.VectorFunctions.load;
import static dev.tendril.tensor.kernel.VectorFunctions.splat;

import jdk.incubator.vector.FloatVector;

/**
 * Register tiles of four vectors: some rows of a strip stay in registers through the whole sum. Each method is one tile, written out,
 * because vectors in arrays would be boxed.
 */
final class TilesFour {
    private TilesFour() {}

    static void rows4(Strip s, int row) {
        float[] a = s.left;
        int aRow = s.leftRowStep;
        int aInner = s.leftInnerStep;
        float[] b = s.right;
        int bInner = s.rightInnerStep;
        float[] c = s.start;
        int cRow = s.startRowStep;
        int at = s.startAt + row * cRow;
        FloatVector c00 = load(c, at);
        FloatVector c01 = load(c, at + LANES);
        FloatVector c02 = load(c, at + 2 * LANES);
        FloatVector c03 = load(c, at + 3 * LANES);
        FloatVector c10 = load(c, at + cRow);
        FloatVector c11 = load(c, at + cRow + LANES);
        FloatVector c12 = load(c, at + cRow + 2 * LANES);
        FloatVector c13 = load(c, at + cRow + 3 * LANES);
        FloatVector c20 = load(c, at + 2 * cRow);
        FloatVector c21 = load(c, at + 2 * cRow + LANES);
        FloatVector c22 = load(c, at + 2 * cRow + 2 * LANES);
        FloatVector c23 = load(c, at + 2 * cRow + 3 * LANES);
        FloatVector c30 = load(c, at + 3 * cRow);
        FloatVector c31 = load(c, at + 3 * cRow + LANES);
        FloatVector c32 = load(c, at + 3 * cRow + 2 * LANES);
        FloatVector c33 = load(c, at + 3 * cRow + 3 * LANES);
        int left = s.leftAt + row * aRow;
        int right = s.rightAt;
        for (int k = s.inner; k > 0; k--) {
            FloatVector b0 = load(b, right);
            FloatVector b1 = load(b, right + LANES);
            FloatVector b2 = load(b, right + 2 * LANES);
            FloatVector b3 = load(b, right + 3 * LANES);
            FloatVector a0 = splat(a[left]);
            c00 = fma(a0, b0, c00);
            c01 = fma(a0, b1, c01);
            c02 = fma(a0, b2, c02);
            c03 = fma(a0, b3, c03);
            FloatVector a1 = splat(a[left + aRow]);
            c10 = fma(a1, b0, c10);
            c11 = fma(a1, b1, c11);
            c12 = fma(a1, b2, c12);
            c13 = fma(a1, b3, c13);
            FloatVector a2 = splat(a[left + 2 * aRow]);
            c20 = fma(a2, b0, c20);
            c21 = fma(a2, b1, c21);
            c22 = fma(a2, b2, c22);
            c23 = fma(a2, b3, c23);
            FloatVector a3 = splat(a[left + 3 * aRow]);
            c30 = fma(a3, b0, c30);
            c31 = fma(a3, b1, c31);
            c32 = fma(a3, b2, c32);
            c33 = fma(a3, b3, c33);
            left += aInner;
            right += bInner;
        }
        float[] to = s.result;
        int toRow = s.resultRowStep;
        int out = s.resultAt + row * toRow;
        c00.intoArray(to, out);
        c01.intoArray(to, out + LANES);
        c02.intoArray(to, out + 2 * LANES);
        c03.intoArray(to, out + 3 * LANES);
        c10.intoArray(to, out + toRow);
        c11.intoArray(to, out + toRow + LANES);
        c12.intoArray(to, out + toRow + 2 * LANES);
        c13.intoArray(to, out + toRow + 3 * LANES);
        c20.intoArray(to, out + 2 * toRow);
        c21.intoArray(to, out + 2 * toRow + LANES);
        c22.intoArray(to, out + 2 * toRow + 2 * LANES);
        c23.intoArray(to, out + 2 * toRow + 3 * LANES);
        c30.intoArray(to, out + 3 * toRow);
        c31.intoArray(to, out + 3 * toRow + LANES);
        c32.intoArray(to, out + 3 * toRow + 2 * LANES);
        c33.intoArray(to, out + 3 * toRow + 3 * LANES);
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
        FloatVector c01 = load(c, at + LANES);
        FloatVector c02 = load(c, at + 2 * LANES);
        FloatVector c03 = load(c, at + 3 * LANES);
        int left = s.leftAt + row * aRow;
        int right = s.rightAt;
        for (int k = s.inner; k > 0; k--) {
            FloatVector b0 = load(b, right);
            FloatVector b1 = load(b, right + LANES);
            FloatVector b2 = load(b, right + 2 * LANES);
            FloatVector b3 = load(b, right + 3 * LANES);
            FloatVector a0 = splat(a[left]);
            c00 = fma(a0, b0, c00);
            c01 = fma(a0, b1, c01);
            c02 = fma(a0, b2, c02);
            c03 = fma(a0, b3, c03);
            left += aInner;
            right += bInner;
        }
        float[] to = s.result;
        int toRow = s.resultRowStep;
        int out = s.resultAt + row * toRow;
        c00.intoArray(to, out);
        c01.intoArray(to, out + LANES);
        c02.intoArray(to, out + 2 * LANES);
        c03.intoArray(to, out + 3 * LANES);
    }
}

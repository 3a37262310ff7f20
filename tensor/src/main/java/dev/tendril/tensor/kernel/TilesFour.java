package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.Fma.FUSED;
import static dev.tendril.tensor.kernel.VectorFunctions.LANES;
import static dev.tendril.tensor.kernel.VectorFunctions.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Register tiles of four vectors: some rows of a strip stay in registers through a block of k. Each method is one tile, written out, since
 * vectors in arrays are kept on the heap, and helpers are no longer inlined where a method has become large.
 */
final class TilesFour {
    private TilesFour() {}

    /** Computes rows {@code from} (inclusive) to {@code to} (exclusive). */
    static void rows(Strip strip, int from, int to) {
        int row = rows6(strip, from, to);
        switch (to - row) {
            case 5 -> {
                rows3(strip, row);
                rows2(strip, row + 3);
            }
            case 4 -> rows4(strip, row);
            case 3 -> rows3(strip, row);
            case 2 -> rows2(strip, row);
            case 1 -> rows1(strip, row);
            default -> {}
        }
    }

    /**
     * Six rows at a time, as long as there are six; gives the first row that is left. The rows are counted here: a method for one tile
     * takes twice as long in every other process, depending on whether the compiler inlines it.
     */
    private static int rows6(Strip s, int first, int last) {
        float[] a = s.left;
        int aRow = s.leftRowStep;
        int aInner = s.leftInnerStep;
        float[] b = s.right;
        int bInner = s.rightInnerStep;
        float[] start = s.start;
        int startRow = s.startRowStep;
        int row = first;
        for (; row + 6 <= last; row += 6) {
            int from = s.startAt + row * startRow;
            FloatVector c00 = FloatVector.fromArray(SPECIES, start, from);
            FloatVector c01 = FloatVector.fromArray(SPECIES, start, from + LANES);
            FloatVector c02 = FloatVector.fromArray(SPECIES, start, from + 2 * LANES);
            FloatVector c03 = FloatVector.fromArray(SPECIES, start, from + 3 * LANES);
            FloatVector c10 = FloatVector.fromArray(SPECIES, start, from + startRow);
            FloatVector c11 = FloatVector.fromArray(SPECIES, start, from + startRow + LANES);
            FloatVector c12 = FloatVector.fromArray(SPECIES, start, from + startRow + 2 * LANES);
            FloatVector c13 = FloatVector.fromArray(SPECIES, start, from + startRow + 3 * LANES);
            FloatVector c20 = FloatVector.fromArray(SPECIES, start, from + 2 * startRow);
            FloatVector c21 = FloatVector.fromArray(SPECIES, start, from + 2 * startRow + LANES);
            FloatVector c22 = FloatVector.fromArray(SPECIES, start, from + 2 * startRow + 2 * LANES);
            FloatVector c23 = FloatVector.fromArray(SPECIES, start, from + 2 * startRow + 3 * LANES);
            FloatVector c30 = FloatVector.fromArray(SPECIES, start, from + 3 * startRow);
            FloatVector c31 = FloatVector.fromArray(SPECIES, start, from + 3 * startRow + LANES);
            FloatVector c32 = FloatVector.fromArray(SPECIES, start, from + 3 * startRow + 2 * LANES);
            FloatVector c33 = FloatVector.fromArray(SPECIES, start, from + 3 * startRow + 3 * LANES);
            FloatVector c40 = FloatVector.fromArray(SPECIES, start, from + 4 * startRow);
            FloatVector c41 = FloatVector.fromArray(SPECIES, start, from + 4 * startRow + LANES);
            FloatVector c42 = FloatVector.fromArray(SPECIES, start, from + 4 * startRow + 2 * LANES);
            FloatVector c43 = FloatVector.fromArray(SPECIES, start, from + 4 * startRow + 3 * LANES);
            FloatVector c50 = FloatVector.fromArray(SPECIES, start, from + 5 * startRow);
            FloatVector c51 = FloatVector.fromArray(SPECIES, start, from + 5 * startRow + LANES);
            FloatVector c52 = FloatVector.fromArray(SPECIES, start, from + 5 * startRow + 2 * LANES);
            FloatVector c53 = FloatVector.fromArray(SPECIES, start, from + 5 * startRow + 3 * LANES);
            int left = s.leftAt + row * aRow;
            int right = s.rightAt;
            for (int k = s.inner; k > 0; k--) {
                FloatVector b0 = FloatVector.fromArray(SPECIES, b, right);
                FloatVector b1 = FloatVector.fromArray(SPECIES, b, right + LANES);
                FloatVector b2 = FloatVector.fromArray(SPECIES, b, right + 2 * LANES);
                FloatVector b3 = FloatVector.fromArray(SPECIES, b, right + 3 * LANES);
                FloatVector a0 = FloatVector.broadcast(SPECIES, a[left]);
                c00 = FUSED ? a0.fma(b0, c00) : a0.mul(b0).add(c00);
                c01 = FUSED ? a0.fma(b1, c01) : a0.mul(b1).add(c01);
                c02 = FUSED ? a0.fma(b2, c02) : a0.mul(b2).add(c02);
                c03 = FUSED ? a0.fma(b3, c03) : a0.mul(b3).add(c03);
                FloatVector a1 = FloatVector.broadcast(SPECIES, a[left + aRow]);
                c10 = FUSED ? a1.fma(b0, c10) : a1.mul(b0).add(c10);
                c11 = FUSED ? a1.fma(b1, c11) : a1.mul(b1).add(c11);
                c12 = FUSED ? a1.fma(b2, c12) : a1.mul(b2).add(c12);
                c13 = FUSED ? a1.fma(b3, c13) : a1.mul(b3).add(c13);
                FloatVector a2 = FloatVector.broadcast(SPECIES, a[left + 2 * aRow]);
                c20 = FUSED ? a2.fma(b0, c20) : a2.mul(b0).add(c20);
                c21 = FUSED ? a2.fma(b1, c21) : a2.mul(b1).add(c21);
                c22 = FUSED ? a2.fma(b2, c22) : a2.mul(b2).add(c22);
                c23 = FUSED ? a2.fma(b3, c23) : a2.mul(b3).add(c23);
                FloatVector a3 = FloatVector.broadcast(SPECIES, a[left + 3 * aRow]);
                c30 = FUSED ? a3.fma(b0, c30) : a3.mul(b0).add(c30);
                c31 = FUSED ? a3.fma(b1, c31) : a3.mul(b1).add(c31);
                c32 = FUSED ? a3.fma(b2, c32) : a3.mul(b2).add(c32);
                c33 = FUSED ? a3.fma(b3, c33) : a3.mul(b3).add(c33);
                FloatVector a4 = FloatVector.broadcast(SPECIES, a[left + 4 * aRow]);
                c40 = FUSED ? a4.fma(b0, c40) : a4.mul(b0).add(c40);
                c41 = FUSED ? a4.fma(b1, c41) : a4.mul(b1).add(c41);
                c42 = FUSED ? a4.fma(b2, c42) : a4.mul(b2).add(c42);
                c43 = FUSED ? a4.fma(b3, c43) : a4.mul(b3).add(c43);
                FloatVector a5 = FloatVector.broadcast(SPECIES, a[left + 5 * aRow]);
                c50 = FUSED ? a5.fma(b0, c50) : a5.mul(b0).add(c50);
                c51 = FUSED ? a5.fma(b1, c51) : a5.mul(b1).add(c51);
                c52 = FUSED ? a5.fma(b2, c52) : a5.mul(b2).add(c52);
                c53 = FUSED ? a5.fma(b3, c53) : a5.mul(b3).add(c53);
                left += aInner;
                right += bInner;
            }
            float[] result = s.result;
            int resultRow = s.resultRowStep;
            int to = s.resultAt + row * resultRow;
            c00.intoArray(result, to);
            c01.intoArray(result, to + LANES);
            c02.intoArray(result, to + 2 * LANES);
            c03.intoArray(result, to + 3 * LANES);
            c10.intoArray(result, to + resultRow);
            c11.intoArray(result, to + resultRow + LANES);
            c12.intoArray(result, to + resultRow + 2 * LANES);
            c13.intoArray(result, to + resultRow + 3 * LANES);
            c20.intoArray(result, to + 2 * resultRow);
            c21.intoArray(result, to + 2 * resultRow + LANES);
            c22.intoArray(result, to + 2 * resultRow + 2 * LANES);
            c23.intoArray(result, to + 2 * resultRow + 3 * LANES);
            c30.intoArray(result, to + 3 * resultRow);
            c31.intoArray(result, to + 3 * resultRow + LANES);
            c32.intoArray(result, to + 3 * resultRow + 2 * LANES);
            c33.intoArray(result, to + 3 * resultRow + 3 * LANES);
            c40.intoArray(result, to + 4 * resultRow);
            c41.intoArray(result, to + 4 * resultRow + LANES);
            c42.intoArray(result, to + 4 * resultRow + 2 * LANES);
            c43.intoArray(result, to + 4 * resultRow + 3 * LANES);
            c50.intoArray(result, to + 5 * resultRow);
            c51.intoArray(result, to + 5 * resultRow + LANES);
            c52.intoArray(result, to + 5 * resultRow + 2 * LANES);
            c53.intoArray(result, to + 5 * resultRow + 3 * LANES);
        }
        return row;
    }

    private static void rows4(Strip s, int row) {
        float[] a = s.left;
        int aRow = s.leftRowStep;
        int aInner = s.leftInnerStep;
        float[] b = s.right;
        int bInner = s.rightInnerStep;
        float[] start = s.start;
        int startRow = s.startRowStep;
        int from = s.startAt + row * startRow;
        FloatVector c00 = FloatVector.fromArray(SPECIES, start, from);
        FloatVector c01 = FloatVector.fromArray(SPECIES, start, from + LANES);
        FloatVector c02 = FloatVector.fromArray(SPECIES, start, from + 2 * LANES);
        FloatVector c03 = FloatVector.fromArray(SPECIES, start, from + 3 * LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, start, from + startRow);
        FloatVector c11 = FloatVector.fromArray(SPECIES, start, from + startRow + LANES);
        FloatVector c12 = FloatVector.fromArray(SPECIES, start, from + startRow + 2 * LANES);
        FloatVector c13 = FloatVector.fromArray(SPECIES, start, from + startRow + 3 * LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, start, from + 2 * startRow);
        FloatVector c21 = FloatVector.fromArray(SPECIES, start, from + 2 * startRow + LANES);
        FloatVector c22 = FloatVector.fromArray(SPECIES, start, from + 2 * startRow + 2 * LANES);
        FloatVector c23 = FloatVector.fromArray(SPECIES, start, from + 2 * startRow + 3 * LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, start, from + 3 * startRow);
        FloatVector c31 = FloatVector.fromArray(SPECIES, start, from + 3 * startRow + LANES);
        FloatVector c32 = FloatVector.fromArray(SPECIES, start, from + 3 * startRow + 2 * LANES);
        FloatVector c33 = FloatVector.fromArray(SPECIES, start, from + 3 * startRow + 3 * LANES);
        int left = s.leftAt + row * aRow;
        int right = s.rightAt;
        for (int k = s.inner; k > 0; k--) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, right);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, right + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, right + 2 * LANES);
            FloatVector b3 = FloatVector.fromArray(SPECIES, b, right + 3 * LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[left]);
            c00 = FUSED ? a0.fma(b0, c00) : a0.mul(b0).add(c00);
            c01 = FUSED ? a0.fma(b1, c01) : a0.mul(b1).add(c01);
            c02 = FUSED ? a0.fma(b2, c02) : a0.mul(b2).add(c02);
            c03 = FUSED ? a0.fma(b3, c03) : a0.mul(b3).add(c03);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[left + aRow]);
            c10 = FUSED ? a1.fma(b0, c10) : a1.mul(b0).add(c10);
            c11 = FUSED ? a1.fma(b1, c11) : a1.mul(b1).add(c11);
            c12 = FUSED ? a1.fma(b2, c12) : a1.mul(b2).add(c12);
            c13 = FUSED ? a1.fma(b3, c13) : a1.mul(b3).add(c13);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[left + 2 * aRow]);
            c20 = FUSED ? a2.fma(b0, c20) : a2.mul(b0).add(c20);
            c21 = FUSED ? a2.fma(b1, c21) : a2.mul(b1).add(c21);
            c22 = FUSED ? a2.fma(b2, c22) : a2.mul(b2).add(c22);
            c23 = FUSED ? a2.fma(b3, c23) : a2.mul(b3).add(c23);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[left + 3 * aRow]);
            c30 = FUSED ? a3.fma(b0, c30) : a3.mul(b0).add(c30);
            c31 = FUSED ? a3.fma(b1, c31) : a3.mul(b1).add(c31);
            c32 = FUSED ? a3.fma(b2, c32) : a3.mul(b2).add(c32);
            c33 = FUSED ? a3.fma(b3, c33) : a3.mul(b3).add(c33);
            left += aInner;
            right += bInner;
        }
        float[] result = s.result;
        int resultRow = s.resultRowStep;
        int to = s.resultAt + row * resultRow;
        c00.intoArray(result, to);
        c01.intoArray(result, to + LANES);
        c02.intoArray(result, to + 2 * LANES);
        c03.intoArray(result, to + 3 * LANES);
        c10.intoArray(result, to + resultRow);
        c11.intoArray(result, to + resultRow + LANES);
        c12.intoArray(result, to + resultRow + 2 * LANES);
        c13.intoArray(result, to + resultRow + 3 * LANES);
        c20.intoArray(result, to + 2 * resultRow);
        c21.intoArray(result, to + 2 * resultRow + LANES);
        c22.intoArray(result, to + 2 * resultRow + 2 * LANES);
        c23.intoArray(result, to + 2 * resultRow + 3 * LANES);
        c30.intoArray(result, to + 3 * resultRow);
        c31.intoArray(result, to + 3 * resultRow + LANES);
        c32.intoArray(result, to + 3 * resultRow + 2 * LANES);
        c33.intoArray(result, to + 3 * resultRow + 3 * LANES);
    }

    private static void rows3(Strip s, int row) {
        float[] a = s.left;
        int aRow = s.leftRowStep;
        int aInner = s.leftInnerStep;
        float[] b = s.right;
        int bInner = s.rightInnerStep;
        float[] start = s.start;
        int startRow = s.startRowStep;
        int from = s.startAt + row * startRow;
        FloatVector c00 = FloatVector.fromArray(SPECIES, start, from);
        FloatVector c01 = FloatVector.fromArray(SPECIES, start, from + LANES);
        FloatVector c02 = FloatVector.fromArray(SPECIES, start, from + 2 * LANES);
        FloatVector c03 = FloatVector.fromArray(SPECIES, start, from + 3 * LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, start, from + startRow);
        FloatVector c11 = FloatVector.fromArray(SPECIES, start, from + startRow + LANES);
        FloatVector c12 = FloatVector.fromArray(SPECIES, start, from + startRow + 2 * LANES);
        FloatVector c13 = FloatVector.fromArray(SPECIES, start, from + startRow + 3 * LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, start, from + 2 * startRow);
        FloatVector c21 = FloatVector.fromArray(SPECIES, start, from + 2 * startRow + LANES);
        FloatVector c22 = FloatVector.fromArray(SPECIES, start, from + 2 * startRow + 2 * LANES);
        FloatVector c23 = FloatVector.fromArray(SPECIES, start, from + 2 * startRow + 3 * LANES);
        int left = s.leftAt + row * aRow;
        int right = s.rightAt;
        for (int k = s.inner; k > 0; k--) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, right);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, right + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, right + 2 * LANES);
            FloatVector b3 = FloatVector.fromArray(SPECIES, b, right + 3 * LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[left]);
            c00 = FUSED ? a0.fma(b0, c00) : a0.mul(b0).add(c00);
            c01 = FUSED ? a0.fma(b1, c01) : a0.mul(b1).add(c01);
            c02 = FUSED ? a0.fma(b2, c02) : a0.mul(b2).add(c02);
            c03 = FUSED ? a0.fma(b3, c03) : a0.mul(b3).add(c03);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[left + aRow]);
            c10 = FUSED ? a1.fma(b0, c10) : a1.mul(b0).add(c10);
            c11 = FUSED ? a1.fma(b1, c11) : a1.mul(b1).add(c11);
            c12 = FUSED ? a1.fma(b2, c12) : a1.mul(b2).add(c12);
            c13 = FUSED ? a1.fma(b3, c13) : a1.mul(b3).add(c13);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[left + 2 * aRow]);
            c20 = FUSED ? a2.fma(b0, c20) : a2.mul(b0).add(c20);
            c21 = FUSED ? a2.fma(b1, c21) : a2.mul(b1).add(c21);
            c22 = FUSED ? a2.fma(b2, c22) : a2.mul(b2).add(c22);
            c23 = FUSED ? a2.fma(b3, c23) : a2.mul(b3).add(c23);
            left += aInner;
            right += bInner;
        }
        float[] result = s.result;
        int resultRow = s.resultRowStep;
        int to = s.resultAt + row * resultRow;
        c00.intoArray(result, to);
        c01.intoArray(result, to + LANES);
        c02.intoArray(result, to + 2 * LANES);
        c03.intoArray(result, to + 3 * LANES);
        c10.intoArray(result, to + resultRow);
        c11.intoArray(result, to + resultRow + LANES);
        c12.intoArray(result, to + resultRow + 2 * LANES);
        c13.intoArray(result, to + resultRow + 3 * LANES);
        c20.intoArray(result, to + 2 * resultRow);
        c21.intoArray(result, to + 2 * resultRow + LANES);
        c22.intoArray(result, to + 2 * resultRow + 2 * LANES);
        c23.intoArray(result, to + 2 * resultRow + 3 * LANES);
    }

    private static void rows2(Strip s, int row) {
        float[] a = s.left;
        int aRow = s.leftRowStep;
        int aInner = s.leftInnerStep;
        float[] b = s.right;
        int bInner = s.rightInnerStep;
        float[] start = s.start;
        int startRow = s.startRowStep;
        int from = s.startAt + row * startRow;
        FloatVector c00 = FloatVector.fromArray(SPECIES, start, from);
        FloatVector c01 = FloatVector.fromArray(SPECIES, start, from + LANES);
        FloatVector c02 = FloatVector.fromArray(SPECIES, start, from + 2 * LANES);
        FloatVector c03 = FloatVector.fromArray(SPECIES, start, from + 3 * LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, start, from + startRow);
        FloatVector c11 = FloatVector.fromArray(SPECIES, start, from + startRow + LANES);
        FloatVector c12 = FloatVector.fromArray(SPECIES, start, from + startRow + 2 * LANES);
        FloatVector c13 = FloatVector.fromArray(SPECIES, start, from + startRow + 3 * LANES);
        int left = s.leftAt + row * aRow;
        int right = s.rightAt;
        for (int k = s.inner; k > 0; k--) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, right);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, right + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, right + 2 * LANES);
            FloatVector b3 = FloatVector.fromArray(SPECIES, b, right + 3 * LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[left]);
            c00 = FUSED ? a0.fma(b0, c00) : a0.mul(b0).add(c00);
            c01 = FUSED ? a0.fma(b1, c01) : a0.mul(b1).add(c01);
            c02 = FUSED ? a0.fma(b2, c02) : a0.mul(b2).add(c02);
            c03 = FUSED ? a0.fma(b3, c03) : a0.mul(b3).add(c03);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[left + aRow]);
            c10 = FUSED ? a1.fma(b0, c10) : a1.mul(b0).add(c10);
            c11 = FUSED ? a1.fma(b1, c11) : a1.mul(b1).add(c11);
            c12 = FUSED ? a1.fma(b2, c12) : a1.mul(b2).add(c12);
            c13 = FUSED ? a1.fma(b3, c13) : a1.mul(b3).add(c13);
            left += aInner;
            right += bInner;
        }
        float[] result = s.result;
        int resultRow = s.resultRowStep;
        int to = s.resultAt + row * resultRow;
        c00.intoArray(result, to);
        c01.intoArray(result, to + LANES);
        c02.intoArray(result, to + 2 * LANES);
        c03.intoArray(result, to + 3 * LANES);
        c10.intoArray(result, to + resultRow);
        c11.intoArray(result, to + resultRow + LANES);
        c12.intoArray(result, to + resultRow + 2 * LANES);
        c13.intoArray(result, to + resultRow + 3 * LANES);
    }

    private static void rows1(Strip s, int row) {
        float[] a = s.left;
        int aRow = s.leftRowStep;
        int aInner = s.leftInnerStep;
        float[] b = s.right;
        int bInner = s.rightInnerStep;
        float[] start = s.start;
        int from = s.startAt + row * s.startRowStep;
        FloatVector c00 = FloatVector.fromArray(SPECIES, start, from);
        FloatVector c01 = FloatVector.fromArray(SPECIES, start, from + LANES);
        FloatVector c02 = FloatVector.fromArray(SPECIES, start, from + 2 * LANES);
        FloatVector c03 = FloatVector.fromArray(SPECIES, start, from + 3 * LANES);
        int left = s.leftAt + row * aRow;
        int right = s.rightAt;
        for (int k = s.inner; k > 0; k--) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, right);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, right + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, right + 2 * LANES);
            FloatVector b3 = FloatVector.fromArray(SPECIES, b, right + 3 * LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[left]);
            c00 = FUSED ? a0.fma(b0, c00) : a0.mul(b0).add(c00);
            c01 = FUSED ? a0.fma(b1, c01) : a0.mul(b1).add(c01);
            c02 = FUSED ? a0.fma(b2, c02) : a0.mul(b2).add(c02);
            c03 = FUSED ? a0.fma(b3, c03) : a0.mul(b3).add(c03);
            left += aInner;
            right += bInner;
        }
        float[] result = s.result;
        int to = s.resultAt + row * s.resultRowStep;
        c00.intoArray(result, to);
        c01.intoArray(result, to + LANES);
        c02.intoArray(result, to + 2 * LANES);
        c03.intoArray(result, to + 3 * LANES);
    }
}

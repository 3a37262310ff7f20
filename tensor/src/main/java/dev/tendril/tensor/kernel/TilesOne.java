package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.Fma.FUSED;
import static dev.tendril.tensor.kernel.VectorFunctions.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Register tiles of one vector: some rows of a strip stay in registers through a block of k. Each method is one tile, written out, since
 * vectors in arrays are kept on the heap, and helpers are no longer inlined where a method has become large.
 */
final class TilesOne {
    private TilesOne() {}

    /** Computes rows {@code from} (inclusive) to {@code to} (exclusive). */
    static void rows(Strip strip, int from, int to) {
        int row = from;
        for (; row + 8 <= to; row += 8) {
            rows8(strip, row);
        }
        if (row + 4 <= to) {
            rows4(strip, row);
            row += 4;
        }
        if (row + 2 <= to) {
            rows2(strip, row);
            row += 2;
        }
        if (row < to) {
            rows1(strip, row);
        }
    }

    private static void rows8(Strip s, int row) {
        float[] a = s.left;
        int aRow = s.leftRowStep;
        int aInner = s.leftInnerStep;
        float[] b = s.right;
        int bInner = s.rightInnerStep;
        float[] start = s.start;
        int startRow = s.startRowStep;
        int from = s.startAt + row * startRow;
        FloatVector c00 = FloatVector.fromArray(SPECIES, start, from);
        FloatVector c10 = FloatVector.fromArray(SPECIES, start, from + startRow);
        FloatVector c20 = FloatVector.fromArray(SPECIES, start, from + 2 * startRow);
        FloatVector c30 = FloatVector.fromArray(SPECIES, start, from + 3 * startRow);
        FloatVector c40 = FloatVector.fromArray(SPECIES, start, from + 4 * startRow);
        FloatVector c50 = FloatVector.fromArray(SPECIES, start, from + 5 * startRow);
        FloatVector c60 = FloatVector.fromArray(SPECIES, start, from + 6 * startRow);
        FloatVector c70 = FloatVector.fromArray(SPECIES, start, from + 7 * startRow);
        int left = s.leftAt + row * aRow;
        int right = s.rightAt;
        for (int k = s.inner; k > 0; k--) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, right);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[left]);
            c00 = FUSED ? a0.fma(b0, c00) : a0.mul(b0).add(c00);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[left + aRow]);
            c10 = FUSED ? a1.fma(b0, c10) : a1.mul(b0).add(c10);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[left + 2 * aRow]);
            c20 = FUSED ? a2.fma(b0, c20) : a2.mul(b0).add(c20);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[left + 3 * aRow]);
            c30 = FUSED ? a3.fma(b0, c30) : a3.mul(b0).add(c30);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[left + 4 * aRow]);
            c40 = FUSED ? a4.fma(b0, c40) : a4.mul(b0).add(c40);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[left + 5 * aRow]);
            c50 = FUSED ? a5.fma(b0, c50) : a5.mul(b0).add(c50);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[left + 6 * aRow]);
            c60 = FUSED ? a6.fma(b0, c60) : a6.mul(b0).add(c60);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[left + 7 * aRow]);
            c70 = FUSED ? a7.fma(b0, c70) : a7.mul(b0).add(c70);
            left += aInner;
            right += bInner;
        }
        float[] result = s.result;
        int resultRow = s.resultRowStep;
        int to = s.resultAt + row * resultRow;
        c00.intoArray(result, to);
        c10.intoArray(result, to + resultRow);
        c20.intoArray(result, to + 2 * resultRow);
        c30.intoArray(result, to + 3 * resultRow);
        c40.intoArray(result, to + 4 * resultRow);
        c50.intoArray(result, to + 5 * resultRow);
        c60.intoArray(result, to + 6 * resultRow);
        c70.intoArray(result, to + 7 * resultRow);
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
        FloatVector c10 = FloatVector.fromArray(SPECIES, start, from + startRow);
        FloatVector c20 = FloatVector.fromArray(SPECIES, start, from + 2 * startRow);
        FloatVector c30 = FloatVector.fromArray(SPECIES, start, from + 3 * startRow);
        int left = s.leftAt + row * aRow;
        int right = s.rightAt;
        for (int k = s.inner; k > 0; k--) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, right);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[left]);
            c00 = FUSED ? a0.fma(b0, c00) : a0.mul(b0).add(c00);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[left + aRow]);
            c10 = FUSED ? a1.fma(b0, c10) : a1.mul(b0).add(c10);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[left + 2 * aRow]);
            c20 = FUSED ? a2.fma(b0, c20) : a2.mul(b0).add(c20);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[left + 3 * aRow]);
            c30 = FUSED ? a3.fma(b0, c30) : a3.mul(b0).add(c30);
            left += aInner;
            right += bInner;
        }
        float[] result = s.result;
        int resultRow = s.resultRowStep;
        int to = s.resultAt + row * resultRow;
        c00.intoArray(result, to);
        c10.intoArray(result, to + resultRow);
        c20.intoArray(result, to + 2 * resultRow);
        c30.intoArray(result, to + 3 * resultRow);
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
        FloatVector c10 = FloatVector.fromArray(SPECIES, start, from + startRow);
        int left = s.leftAt + row * aRow;
        int right = s.rightAt;
        for (int k = s.inner; k > 0; k--) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, right);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[left]);
            c00 = FUSED ? a0.fma(b0, c00) : a0.mul(b0).add(c00);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[left + aRow]);
            c10 = FUSED ? a1.fma(b0, c10) : a1.mul(b0).add(c10);
            left += aInner;
            right += bInner;
        }
        float[] result = s.result;
        int resultRow = s.resultRowStep;
        int to = s.resultAt + row * resultRow;
        c00.intoArray(result, to);
        c10.intoArray(result, to + resultRow);
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
        int left = s.leftAt + row * aRow;
        int right = s.rightAt;
        for (int k = s.inner; k > 0; k--) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, right);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[left]);
            c00 = FUSED ? a0.fma(b0, c00) : a0.mul(b0).add(c00);
            left += aInner;
            right += bInner;
        }
        float[] result = s.result;
        int to = s.resultAt + row * s.resultRowStep;
        c00.intoArray(result, to);
    }
}

package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.VectorFunctions.LANES;
import static dev.tendril.tensor.kernel.VectorFunctions.SPECIES;
import static dev.tendril.tensor.kernel.VectorFunctions.fma;
import static dev.tendril.tensor.kernel.VectorFunctions.load;
import static dev.tendril.tensor.kernel.VectorFunctions.splat;

import jdk.incubator.vector.FloatVector;

/**
 * Register tiles: some rows of C by some vectors of columns stay in registers through the whole sum. Each method is one tile shape,
 * written out, because vectors in arrays would be boxed.
 */
final class VectorTiles {
    private VectorTiles() {}

    static void rows4vectors4(
            float[] a,
            int aAt,
            int rowStep,
            int leftStep,
            float[] b,
            int bAt,
            int rightStep,
            int inner,
            float[] c,
            int cAt,
            int columns,
            boolean accumulate) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = accumulate ? load(c, cAt) : zero;
        FloatVector c01 = accumulate ? load(c, cAt + LANES) : zero;
        FloatVector c02 = accumulate ? load(c, cAt + 2 * LANES) : zero;
        FloatVector c03 = accumulate ? load(c, cAt + 3 * LANES) : zero;
        FloatVector c10 = accumulate ? load(c, cAt + columns) : zero;
        FloatVector c11 = accumulate ? load(c, cAt + columns + LANES) : zero;
        FloatVector c12 = accumulate ? load(c, cAt + columns + 2 * LANES) : zero;
        FloatVector c13 = accumulate ? load(c, cAt + columns + 3 * LANES) : zero;
        FloatVector c20 = accumulate ? load(c, cAt + 2 * columns) : zero;
        FloatVector c21 = accumulate ? load(c, cAt + 2 * columns + LANES) : zero;
        FloatVector c22 = accumulate ? load(c, cAt + 2 * columns + 2 * LANES) : zero;
        FloatVector c23 = accumulate ? load(c, cAt + 2 * columns + 3 * LANES) : zero;
        FloatVector c30 = accumulate ? load(c, cAt + 3 * columns) : zero;
        FloatVector c31 = accumulate ? load(c, cAt + 3 * columns + LANES) : zero;
        FloatVector c32 = accumulate ? load(c, cAt + 3 * columns + 2 * LANES) : zero;
        FloatVector c33 = accumulate ? load(c, cAt + 3 * columns + 3 * LANES) : zero;
        int left = aAt;
        int right = bAt;
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = load(b, right);
            FloatVector b1 = load(b, right + LANES);
            FloatVector b2 = load(b, right + 2 * LANES);
            FloatVector b3 = load(b, right + 3 * LANES);
            FloatVector a0 = splat(a[left]);
            c00 = fma(a0, b0, c00);
            c01 = fma(a0, b1, c01);
            c02 = fma(a0, b2, c02);
            c03 = fma(a0, b3, c03);
            FloatVector a1 = splat(a[left + rowStep]);
            c10 = fma(a1, b0, c10);
            c11 = fma(a1, b1, c11);
            c12 = fma(a1, b2, c12);
            c13 = fma(a1, b3, c13);
            FloatVector a2 = splat(a[left + 2 * rowStep]);
            c20 = fma(a2, b0, c20);
            c21 = fma(a2, b1, c21);
            c22 = fma(a2, b2, c22);
            c23 = fma(a2, b3, c23);
            FloatVector a3 = splat(a[left + 3 * rowStep]);
            c30 = fma(a3, b0, c30);
            c31 = fma(a3, b1, c31);
            c32 = fma(a3, b2, c32);
            c33 = fma(a3, b3, c33);
            left += leftStep;
            right += rightStep;
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + LANES);
        c02.intoArray(c, cAt + 2 * LANES);
        c03.intoArray(c, cAt + 3 * LANES);
        c10.intoArray(c, cAt + columns);
        c11.intoArray(c, cAt + columns + LANES);
        c12.intoArray(c, cAt + columns + 2 * LANES);
        c13.intoArray(c, cAt + columns + 3 * LANES);
        c20.intoArray(c, cAt + 2 * columns);
        c21.intoArray(c, cAt + 2 * columns + LANES);
        c22.intoArray(c, cAt + 2 * columns + 2 * LANES);
        c23.intoArray(c, cAt + 2 * columns + 3 * LANES);
        c30.intoArray(c, cAt + 3 * columns);
        c31.intoArray(c, cAt + 3 * columns + LANES);
        c32.intoArray(c, cAt + 3 * columns + 2 * LANES);
        c33.intoArray(c, cAt + 3 * columns + 3 * LANES);
    }

    static void rows4vectors2(
            float[] a,
            int aAt,
            int rowStep,
            int leftStep,
            float[] b,
            int bAt,
            int rightStep,
            int inner,
            float[] c,
            int cAt,
            int columns,
            boolean accumulate) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = accumulate ? load(c, cAt) : zero;
        FloatVector c01 = accumulate ? load(c, cAt + LANES) : zero;
        FloatVector c10 = accumulate ? load(c, cAt + columns) : zero;
        FloatVector c11 = accumulate ? load(c, cAt + columns + LANES) : zero;
        FloatVector c20 = accumulate ? load(c, cAt + 2 * columns) : zero;
        FloatVector c21 = accumulate ? load(c, cAt + 2 * columns + LANES) : zero;
        FloatVector c30 = accumulate ? load(c, cAt + 3 * columns) : zero;
        FloatVector c31 = accumulate ? load(c, cAt + 3 * columns + LANES) : zero;
        int left = aAt;
        int right = bAt;
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = load(b, right);
            FloatVector b1 = load(b, right + LANES);
            FloatVector a0 = splat(a[left]);
            c00 = fma(a0, b0, c00);
            c01 = fma(a0, b1, c01);
            FloatVector a1 = splat(a[left + rowStep]);
            c10 = fma(a1, b0, c10);
            c11 = fma(a1, b1, c11);
            FloatVector a2 = splat(a[left + 2 * rowStep]);
            c20 = fma(a2, b0, c20);
            c21 = fma(a2, b1, c21);
            FloatVector a3 = splat(a[left + 3 * rowStep]);
            c30 = fma(a3, b0, c30);
            c31 = fma(a3, b1, c31);
            left += leftStep;
            right += rightStep;
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + LANES);
        c10.intoArray(c, cAt + columns);
        c11.intoArray(c, cAt + columns + LANES);
        c20.intoArray(c, cAt + 2 * columns);
        c21.intoArray(c, cAt + 2 * columns + LANES);
        c30.intoArray(c, cAt + 3 * columns);
        c31.intoArray(c, cAt + 3 * columns + LANES);
    }

    static void rows8vectors1(
            float[] a,
            int aAt,
            int rowStep,
            int leftStep,
            float[] b,
            int bAt,
            int rightStep,
            int inner,
            float[] c,
            int cAt,
            int columns,
            boolean accumulate) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = accumulate ? load(c, cAt) : zero;
        FloatVector c10 = accumulate ? load(c, cAt + columns) : zero;
        FloatVector c20 = accumulate ? load(c, cAt + 2 * columns) : zero;
        FloatVector c30 = accumulate ? load(c, cAt + 3 * columns) : zero;
        FloatVector c40 = accumulate ? load(c, cAt + 4 * columns) : zero;
        FloatVector c50 = accumulate ? load(c, cAt + 5 * columns) : zero;
        FloatVector c60 = accumulate ? load(c, cAt + 6 * columns) : zero;
        FloatVector c70 = accumulate ? load(c, cAt + 7 * columns) : zero;
        int left = aAt;
        int right = bAt;
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = load(b, right);
            FloatVector a0 = splat(a[left]);
            c00 = fma(a0, b0, c00);
            FloatVector a1 = splat(a[left + rowStep]);
            c10 = fma(a1, b0, c10);
            FloatVector a2 = splat(a[left + 2 * rowStep]);
            c20 = fma(a2, b0, c20);
            FloatVector a3 = splat(a[left + 3 * rowStep]);
            c30 = fma(a3, b0, c30);
            FloatVector a4 = splat(a[left + 4 * rowStep]);
            c40 = fma(a4, b0, c40);
            FloatVector a5 = splat(a[left + 5 * rowStep]);
            c50 = fma(a5, b0, c50);
            FloatVector a6 = splat(a[left + 6 * rowStep]);
            c60 = fma(a6, b0, c60);
            FloatVector a7 = splat(a[left + 7 * rowStep]);
            c70 = fma(a7, b0, c70);
            left += leftStep;
            right += rightStep;
        }
        c00.intoArray(c, cAt);
        c10.intoArray(c, cAt + columns);
        c20.intoArray(c, cAt + 2 * columns);
        c30.intoArray(c, cAt + 3 * columns);
        c40.intoArray(c, cAt + 4 * columns);
        c50.intoArray(c, cAt + 5 * columns);
        c60.intoArray(c, cAt + 6 * columns);
        c70.intoArray(c, cAt + 7 * columns);
    }

    static void rows1vectors4(
            float[] a,
            int aAt,
            int rowStep,
            int leftStep,
            float[] b,
            int bAt,
            int rightStep,
            int inner,
            float[] c,
            int cAt,
            int columns,
            boolean accumulate) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = accumulate ? load(c, cAt) : zero;
        FloatVector c01 = accumulate ? load(c, cAt + LANES) : zero;
        FloatVector c02 = accumulate ? load(c, cAt + 2 * LANES) : zero;
        FloatVector c03 = accumulate ? load(c, cAt + 3 * LANES) : zero;
        int left = aAt;
        int right = bAt;
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = load(b, right);
            FloatVector b1 = load(b, right + LANES);
            FloatVector b2 = load(b, right + 2 * LANES);
            FloatVector b3 = load(b, right + 3 * LANES);
            FloatVector a0 = splat(a[left]);
            c00 = fma(a0, b0, c00);
            c01 = fma(a0, b1, c01);
            c02 = fma(a0, b2, c02);
            c03 = fma(a0, b3, c03);
            left += leftStep;
            right += rightStep;
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + LANES);
        c02.intoArray(c, cAt + 2 * LANES);
        c03.intoArray(c, cAt + 3 * LANES);
    }

    static void rows1vectors2(
            float[] a,
            int aAt,
            int rowStep,
            int leftStep,
            float[] b,
            int bAt,
            int rightStep,
            int inner,
            float[] c,
            int cAt,
            int columns,
            boolean accumulate) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = accumulate ? load(c, cAt) : zero;
        FloatVector c01 = accumulate ? load(c, cAt + LANES) : zero;
        int left = aAt;
        int right = bAt;
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = load(b, right);
            FloatVector b1 = load(b, right + LANES);
            FloatVector a0 = splat(a[left]);
            c00 = fma(a0, b0, c00);
            c01 = fma(a0, b1, c01);
            left += leftStep;
            right += rightStep;
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + LANES);
    }

    static void rows1vectors1(
            float[] a,
            int aAt,
            int rowStep,
            int leftStep,
            float[] b,
            int bAt,
            int rightStep,
            int inner,
            float[] c,
            int cAt,
            int columns,
            boolean accumulate) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector c00 = accumulate ? load(c, cAt) : zero;
        int left = aAt;
        int right = bAt;
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = load(b, right);
            FloatVector a0 = splat(a[left]);
            c00 = fma(a0, b0, c00);
            left += leftStep;
            right += rightStep;
        }
        c00.intoArray(c, cAt);
    }
}

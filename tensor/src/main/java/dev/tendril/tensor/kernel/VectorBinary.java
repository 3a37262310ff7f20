package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.VectorFunctions.LANES;
import static dev.tendril.tensor.kernel.VectorFunctions.load;
import static dev.tendril.tensor.kernel.VectorFunctions.splat;

import jdk.incubator.vector.VectorOperators;

/** Arithmetic and comparisons of two operands on vectors: whole vectors of every row. */
final class VectorBinary {
    private VectorBinary() {}

    static void plus(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = a.row(row);
            int bAt = b.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                load(as, aAt, a.columnStep(), i)
                        .add(load(bs, bAt, b.columnStep(), i))
                        .intoArray(ys, yAt + i);
            }
        }
    }

    static void minus(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = a.row(row);
            int bAt = b.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                load(as, aAt, a.columnStep(), i)
                        .sub(load(bs, bAt, b.columnStep(), i))
                        .intoArray(ys, yAt + i);
            }
        }
    }

    static void times(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = a.row(row);
            int bAt = b.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                load(as, aAt, a.columnStep(), i)
                        .mul(load(bs, bAt, b.columnStep(), i))
                        .intoArray(ys, yAt + i);
            }
        }
    }

    static void divide(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = a.row(row);
            int bAt = b.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                load(as, aAt, a.columnStep(), i)
                        .div(load(bs, bAt, b.columnStep(), i))
                        .intoArray(ys, yAt + i);
            }
        }
    }

    static void maximum(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = a.row(row);
            int bAt = b.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                load(as, aAt, a.columnStep(), i)
                        .max(load(bs, bAt, b.columnStep(), i))
                        .intoArray(ys, yAt + i);
            }
        }
    }

    static void minimum(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = a.row(row);
            int bAt = b.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                load(as, aAt, a.columnStep(), i)
                        .min(load(bs, bAt, b.columnStep(), i))
                        .intoArray(ys, yAt + i);
            }
        }
    }

    static void greater(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = a.row(row);
            int bAt = b.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                splat(0f)
                        .blend(
                                1f,
                                load(as, aAt, a.columnStep(), i)
                                        .compare(VectorOperators.GT, load(bs, bAt, b.columnStep(), i)))
                        .intoArray(ys, yAt + i);
            }
        }
    }
}

package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.VectorFunctions.LANES;
import static dev.tendril.tensor.kernel.VectorFunctions.load;
import static dev.tendril.tensor.kernel.VectorFunctions.splat;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Gradients of unary functions on vectors: whole vectors of every row. */
final class VectorGradients {
    private VectorGradients() {}

    static void sigmoidGradient(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = a.row(row);
            int bAt = b.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector output = load(bs, bAt, b.columnStep(), i);
                load(as, aAt, a.columnStep(), i)
                        .mul(output.mul(splat(1f).sub(output)))
                        .intoArray(ys, yAt + i);
            }
        }
    }

    static void tanhGradient(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = a.row(row);
            int bAt = b.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector output = load(bs, bAt, b.columnStep(), i);
                load(as, aAt, a.columnStep(), i)
                        .mul(splat(1f).sub(output.mul(output)))
                        .intoArray(ys, yAt + i);
            }
        }
    }

    static void reluGradient(Strided a, Strided b, Strided y, int rows, int from, int to) {
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
                                load(as, aAt, a.columnStep(), i),
                                load(bs, bAt, b.columnStep(), i).compare(VectorOperators.GT, 0f))
                        .intoArray(ys, yAt + i);
            }
        }
    }

    static void sqrtGradient(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = a.row(row);
            int bAt = b.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector output = load(bs, bAt, b.columnStep(), i);
                load(as, aAt, a.columnStep(), i).div(output.add(output)).intoArray(ys, yAt + i);
            }
        }
    }

    static void reciprocalGradient(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = a.row(row);
            int bAt = b.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector output = load(bs, bAt, b.columnStep(), i);
                load(as, aAt, a.columnStep(), i).neg().mul(output.mul(output)).intoArray(ys, yAt + i);
            }
        }
    }

    static void absGradient(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = a.row(row);
            int bAt = b.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector gradient = load(as, aAt, a.columnStep(), i);
                FloatVector input = load(bs, bAt, b.columnStep(), i);
                splat(0f)
                        .blend(gradient, input.compare(VectorOperators.GT, 0f))
                        .blend(gradient.neg(), input.compare(VectorOperators.LT, 0f))
                        .intoArray(ys, yAt + i);
            }
        }
    }
}

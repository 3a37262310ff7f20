package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.VectorFunctions.LANES;
import static dev.tendril.tensor.kernel.VectorFunctions.load;
import static dev.tendril.tensor.kernel.VectorFunctions.splat;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Functions of one operand on vectors: whole vectors of every row. */
final class VectorUnary {
    private VectorUnary() {}

    static void exp(Strided x, Strided y, int rows, int from, int to) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int xAt = x.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                VectorFunctions.exp(load(xs, xAt, x.columnStep(), i)).intoArray(ys, yAt + i);
            }
        }
    }

    static void log(Strided x, Strided y, int rows, int from, int to) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int xAt = x.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                VectorFunctions.log(load(xs, xAt, x.columnStep(), i)).intoArray(ys, yAt + i);
            }
        }
    }

    static void sigmoid(Strided x, Strided y, int rows, int from, int to) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int xAt = x.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                VectorFunctions.sigmoid(load(xs, xAt, x.columnStep(), i)).intoArray(ys, yAt + i);
            }
        }
    }

    static void tanh(Strided x, Strided y, int rows, int from, int to) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int xAt = x.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                VectorFunctions.tanh(load(xs, xAt, x.columnStep(), i)).intoArray(ys, yAt + i);
            }
        }
    }

    static void sqrt(Strided x, Strided y, int rows, int from, int to) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int xAt = x.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                load(xs, xAt, x.columnStep(), i).sqrt().intoArray(ys, yAt + i);
            }
        }
    }

    static void reciprocal(Strided x, Strided y, int rows, int from, int to) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int xAt = x.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                splat(1f).div(load(xs, xAt, x.columnStep(), i)).intoArray(ys, yAt + i);
            }
        }
    }

    static void abs(Strided x, Strided y, int rows, int from, int to) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int xAt = x.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                load(xs, xAt, x.columnStep(), i).abs().intoArray(ys, yAt + i);
            }
        }
    }

    static void relu(Strided x, Strided y, int rows, int from, int to) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int xAt = x.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector number = load(xs, xAt, x.columnStep(), i);
                number.blend(0f, number.compare(VectorOperators.LE, 0f)).intoArray(ys, yAt + i);
            }
        }
    }

    static void affine(float scale, float shift, Strided x, Strided y, int rows, int from, int to) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int xAt = x.row(row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                load(xs, xAt, x.columnStep(), i).mul(scale).add(shift).intoArray(ys, yAt + i);
            }
        }
    }
}

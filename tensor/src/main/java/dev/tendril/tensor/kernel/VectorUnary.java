package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.VectorFunctions.LANES;
import static dev.tendril.tensor.kernel.VectorFunctions.load;
import static dev.tendril.tensor.kernel.VectorFunctions.splat;
import static dev.tendril.tensor.kernel.VectorFunctions.start;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The functions of {@link Unary}, and an affine one, on vectors: whole vectors of every row. */
final class VectorUnary {
    private VectorUnary() {}

    static void exp(Strided x, Strided y, int rows, int from, int to) {
        float[] xs = x.lanes();
        int xStep = x.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int xAt = start(x, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                VectorFunctions.exp(load(xs, xAt + i * xStep)).intoArray(ys, yAt + i);
            }
        }
    }

    static void log(Strided x, Strided y, int rows, int from, int to) {
        float[] xs = x.lanes();
        int xStep = x.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int xAt = start(x, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                VectorFunctions.log(load(xs, xAt + i * xStep)).intoArray(ys, yAt + i);
            }
        }
    }

    static void sigmoid(Strided x, Strided y, int rows, int from, int to) {
        float[] xs = x.lanes();
        int xStep = x.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int xAt = start(x, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                VectorFunctions.sigmoid(load(xs, xAt + i * xStep)).intoArray(ys, yAt + i);
            }
        }
    }

    static void tanh(Strided x, Strided y, int rows, int from, int to) {
        float[] xs = x.lanes();
        int xStep = x.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int xAt = start(x, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                VectorFunctions.tanh(load(xs, xAt + i * xStep)).intoArray(ys, yAt + i);
            }
        }
    }

    static void sqrt(Strided x, Strided y, int rows, int from, int to) {
        float[] xs = x.lanes();
        int xStep = x.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int xAt = start(x, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                load(xs, xAt + i * xStep).sqrt().intoArray(ys, yAt + i);
            }
        }
    }

    static void reciprocal(Strided x, Strided y, int rows, int from, int to) {
        float[] xs = x.lanes();
        int xStep = x.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int xAt = start(x, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                splat(1f).div(load(xs, xAt + i * xStep)).intoArray(ys, yAt + i);
            }
        }
    }

    static void abs(Strided x, Strided y, int rows, int from, int to) {
        float[] xs = x.lanes();
        int xStep = x.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int xAt = start(x, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                load(xs, xAt + i * xStep).abs().intoArray(ys, yAt + i);
            }
        }
    }

    static void relu(Strided x, Strided y, int rows, int from, int to) {
        float[] xs = x.lanes();
        int xStep = x.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int xAt = start(x, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector number = load(xs, xAt + i * xStep);
                number.blend(0f, number.compare(VectorOperators.LE, 0f)).intoArray(ys, yAt + i);
            }
        }
    }

    static void affine(float scale, float shift, Strided x, Strided y, int rows, int from, int to) {
        float[] xs = x.lanes();
        int xStep = x.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int xAt = start(x, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                load(xs, xAt + i * xStep).mul(scale).add(shift).intoArray(ys, yAt + i);
            }
        }
    }

    /** Not on vectors: reducing large numbers costs more than vectors gain. */
    static void sin(Strided x, Strided y, int rows, int from, int to) {
        for (int row = 0; row < rows; row++) {
            ScalarFloatUnary.sin(x, y, row, from, to);
        }
    }

    /** Not on vectors, as the sine. */
    static void cos(Strided x, Strided y, int rows, int from, int to) {
        for (int row = 0; row < rows; row++) {
            ScalarFloatUnary.cos(x, y, row, from, to);
        }
    }
}

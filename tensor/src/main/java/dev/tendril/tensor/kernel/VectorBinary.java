package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.VectorFunctions.LANES;
import static dev.tendril.tensor.kernel.VectorFunctions.load;
import static dev.tendril.tensor.kernel.VectorFunctions.splat;
import static dev.tendril.tensor.kernel.VectorFunctions.start;
import static dev.tendril.tensor.kernel.VectorFunctions.tanh;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The functions of {@link Binary} on vectors: whole vectors of every row. */
final class VectorBinary {
    private VectorBinary() {}

    static void plus(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                load(as, aAt + i * aStep).add(load(bs, bAt + i * bStep)).intoArray(ys, yAt + i);
            }
        }
    }

    static void minus(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                load(as, aAt + i * aStep).sub(load(bs, bAt + i * bStep)).intoArray(ys, yAt + i);
            }
        }
    }

    static void times(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                load(as, aAt + i * aStep).mul(load(bs, bAt + i * bStep)).intoArray(ys, yAt + i);
            }
        }
    }

    static void divide(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                load(as, aAt + i * aStep).div(load(bs, bAt + i * bStep)).intoArray(ys, yAt + i);
            }
        }
    }

    static void maximum(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                load(as, aAt + i * aStep).max(load(bs, bAt + i * bStep)).intoArray(ys, yAt + i);
            }
        }
    }

    static void minimum(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                load(as, aAt + i * aStep).min(load(bs, bAt + i * bStep)).intoArray(ys, yAt + i);
            }
        }
    }

    static void greater(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                splat(0f)
                        .blend(1f, load(as, aAt + i * aStep).compare(VectorOperators.GT, load(bs, bAt + i * bStep)))
                        .intoArray(ys, yAt + i);
            }
        }
    }

    static void sigmoidGradient(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector output = load(bs, bAt + i * bStep);
                load(as, aAt + i * aStep).mul(output.mul(splat(1f).sub(output))).intoArray(ys, yAt + i);
            }
        }
    }

    static void tanhOfSum(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                tanh(load(as, aAt + i * aStep).add(load(bs, bAt + i * bStep))).intoArray(ys, yAt + i);
            }
        }
    }

    static void tanhGradient(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector output = load(bs, bAt + i * bStep);
                load(as, aAt + i * aStep).mul(splat(1f).sub(output.mul(output))).intoArray(ys, yAt + i);
            }
        }
    }

    static void reluGradient(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                splat(0f)
                        .blend(
                                load(as, aAt + i * aStep),
                                load(bs, bAt + i * bStep).compare(VectorOperators.GT, 0f))
                        .intoArray(ys, yAt + i);
            }
        }
    }

    static void sqrtGradient(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector output = load(bs, bAt + i * bStep);
                load(as, aAt + i * aStep).div(output.add(output)).intoArray(ys, yAt + i);
            }
        }
    }

    static void reciprocalGradient(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector output = load(bs, bAt + i * bStep);
                load(as, aAt + i * aStep).neg().mul(output.mul(output)).intoArray(ys, yAt + i);
            }
        }
    }

    static void absGradient(Strided a, Strided b, Strided y, int rows, int from, int to) {
        float[] as = a.lanes();
        int aStep = a.columnStep();
        float[] bs = b.lanes();
        int bStep = b.columnStep();
        float[] ys = y.floats();
        for (int row = 0; row < rows; row++) {
            int aAt = start(a, row);
            int bAt = start(b, row);
            int yAt = y.row(row);
            for (int i = from; i < to; i += LANES) {
                FloatVector gradient = load(as, aAt + i * aStep);
                FloatVector input = load(bs, bAt + i * bStep);
                splat(0f)
                        .blend(gradient, input.compare(VectorOperators.GT, 0f))
                        .blend(gradient.neg(), input.compare(VectorOperators.LT, 0f))
                        .intoArray(ys, yAt + i);
            }
        }
    }
}

package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.VectorFunctions.LANES;
import static dev.tendril.tensor.kernel.VectorFunctions.expOfNegative;
import static dev.tendril.tensor.kernel.VectorFunctions.fma;
import static dev.tendril.tensor.kernel.VectorFunctions.load;

import jdk.incubator.vector.FloatVector;

/** Functions of every column of a row and of numbers of the row, on whole vectors; column sums. */
final class VectorMaps {
    private VectorMaps() {}

    static void affine(float factor, float summand, Strided x, Strided y, int row, int from, int to) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        int xAt = x.row(row);
        int yAt = y.row(row);
        for (int i = from; i < to; i += LANES) {
            load(xs, xAt + i).mul(factor).add(summand).intoArray(ys, yAt + i);
        }
    }

    static void subtract(Strided x, float first, float second, Strided y, int row, int from, int to) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        int xAt = x.row(row);
        int yAt = y.row(row);
        for (int i = from; i < to; i += LANES) {
            load(xs, xAt + i).sub(first).sub(second).intoArray(ys, yAt + i);
        }
    }

    static void softmaxGradient(float scale, Strided g, float dot, Strided y, Strided dx, int row, int from, int to) {
        float[] gs = g.floats();
        float[] ys = y.floats();
        float[] dxs = dx.floats();
        int gAt = g.row(row);
        int yAt = y.row(row);
        int dxAt = dx.row(row);
        for (int i = from; i < to; i += LANES) {
            load(ys, yAt + i).mul(load(gs, gAt + i).sub(dot)).mul(scale).intoArray(dxs, dxAt + i);
        }
    }

    static void logSoftmaxGradient(Strided g, float sum, Strided y, Strided dx, int row, int from, int to) {
        float[] gs = g.floats();
        float[] ys = y.floats();
        float[] dxs = dx.floats();
        int gAt = g.row(row);
        int yAt = y.row(row);
        int dxAt = dx.row(row);
        for (int i = from; i < to; i += LANES) {
            load(gs, gAt + i).sub(expOfNegative(load(ys, yAt + i)).mul(sum)).intoArray(dxs, dxAt + i);
        }
    }

    static void normalise(Strided x, float mean, float inverse, Strided y, int row, int from, int to) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        int xAt = x.row(row);
        int yAt = y.row(row);
        for (int i = from; i < to; i += LANES) {
            load(xs, xAt + i).sub(mean).mul(inverse).intoArray(ys, yAt + i);
        }
    }

    static void layerNorm(
            Strided x, float mean, float inverse, Strided gain, Strided bias, Strided y, int row, int from, int to) {
        float[] xs = x.floats();
        float[] gains = gain.floats();
        float[] biases = bias.floats();
        float[] ys = y.floats();
        int xAt = x.row(row);
        int gainAt = gain.row(row);
        int biasAt = bias.row(row);
        int yAt = y.row(row);
        for (int i = from; i < to; i += LANES) {
            FloatVector normalised = load(xs, xAt + i).sub(mean).mul(inverse);
            fma(normalised, load(gains, gainAt + i), load(biases, biasAt + i)).intoArray(ys, yAt + i);
        }
    }

    static void gainGradient(Strided g, Strided x, float mean, float inverse, Strided y, int row, int from, int to) {
        float[] gs = g.floats();
        float[] xs = x.floats();
        float[] ys = y.floats();
        int gAt = g.row(row);
        int xAt = x.row(row);
        int yAt = y.row(row);
        for (int i = from; i < to; i += LANES) {
            load(gs, gAt + i).mul(load(xs, xAt + i).sub(mean).mul(inverse)).intoArray(ys, yAt + i);
        }
    }

    static void layerNormGradient(
            Strided g,
            Strided x,
            Strided gain,
            float mean,
            float inverse,
            float shift,
            float slope,
            Strided dx,
            int row,
            int from,
            int to) {
        float[] gs = g.floats();
        float[] xs = x.floats();
        float[] gains = gain.floats();
        float[] dxs = dx.floats();
        int gAt = g.row(row);
        int xAt = x.row(row);
        int gainAt = gain.row(row);
        int dxAt = dx.row(row);
        for (int i = from; i < to; i += LANES) {
            FloatVector normalised = load(xs, xAt + i).sub(mean).mul(inverse);
            FloatVector shifted = load(gs, gAt + i).mul(load(gains, gainAt + i)).sub(shift);
            shifted.sub(normalised.mul(slope)).mul(inverse).intoArray(dxs, dxAt + i);
        }
    }

    /** Four rows at a time, so that y is loaded and stored once for four. */
    static void addRows(Strided x, Strided y, int rows, int from, int to) {
        int row = 0;
        for (; row <= rows - 4; row += 4) {
            addFour(x, y, row, from, to);
        }
        for (; row < rows; row++) {
            addOne(x, y, row, from, to);
        }
    }

    private static void addFour(Strided x, Strided y, int row, int from, int to) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        int first = x.row(row);
        int second = x.row(row + 1);
        int third = x.row(row + 2);
        int fourth = x.row(row + 3);
        int yAt = y.row(0);
        for (int i = from; i < to; i += LANES) {
            FloatVector sum = load(ys, yAt + i).add(load(xs, first + i)).add(load(xs, second + i));
            sum.add(load(xs, third + i)).add(load(xs, fourth + i)).intoArray(ys, yAt + i);
        }
    }

    private static void addOne(Strided x, Strided y, int row, int from, int to) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        int xAt = x.row(row);
        int yAt = y.row(0);
        for (int i = from; i < to; i += LANES) {
            load(ys, yAt + i).add(load(xs, xAt + i)).intoArray(ys, yAt + i);
        }
    }
}

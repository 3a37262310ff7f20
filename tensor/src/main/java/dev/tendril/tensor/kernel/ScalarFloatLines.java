package dev.tendril.tensor.kernel;

import java.util.Arrays;

/** Lines in plain loops, float32. */
final class ScalarFloatLines implements Lines {
    @Override
    public double max(Strided x, int row, int count) {
        return ScalarFloatReductions.max(Float.NEGATIVE_INFINITY, x, row, 0, count);
    }

    @Override
    public double sum(Strided x, int row, int count) {
        return ScalarFloatReductions.sum(zeros(x), x, row, 0, count);
    }

    @Override
    public double dot(Strided a, Strided b, int row, int count) {
        return ScalarFloatReductions.dot(zeros(a), a, b, row, 0, count);
    }

    @Override
    public double squares(Strided x, double mean, int row, int count) {
        return ScalarFloatReductions.squares(zeros(x), x, (float) mean, row, 0, count);
    }

    @Override
    public double dotCentred(Strided a, Strided b, Strided x, double mean, int row, int count) {
        return ScalarFloatReductions.dotCentred(zeros(a), a, b, x, (float) mean, row, 0, count);
    }

    @Override
    public double exponentialSum(Strided x, double shift, int row, int count) {
        return ScalarFloatReductions.exponentialSum(zeros(x), x, (float) shift, row, 0, count);
    }

    @Override
    public double exponentials(Strided x, double shift, Strided y, int row, int count) {
        return ScalarFloatReductions.exponentials(zeros(x), x, (float) shift, y, row, 0, count);
    }

    @Override
    public double maskedMax(double scale, Strided x, Strided mask, int row, int count) {
        return ScalarFloatReductions.maskedMax(Float.NEGATIVE_INFINITY, (float) scale, x, mask, row, 0, count);
    }

    @Override
    public double maskedExponentials(
            double scale, Strided x, Strided mask, double shift, Strided y, int row, int count) {
        return ScalarFloatReductions.maskedExponentials(
                zeros(x), (float) scale, x, mask, (float) shift, y, row, 0, count);
    }

    @Override
    public void affine(double factor, double summand, Strided x, Strided y, int row, int from, int to) {
        float factor32 = (float) factor;
        float summand32 = (float) summand;
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, x.getFloat(row, i) * factor32 + summand32);
        }
    }

    @Override
    public void subtract(Strided x, double first, double second, Strided y, int row, int from, int to) {
        float first32 = (float) first;
        float second32 = (float) second;
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, x.getFloat(row, i) - first32 - second32);
        }
    }

    @Override
    public void softmaxGradient(double scale, Strided g, double dot, Strided y, Strided dx, int row, int from, int to) {
        float scale32 = (float) scale;
        float dot32 = (float) dot;
        for (int i = from; i < to; i++) {
            dx.putFloat(row, i, y.getFloat(row, i) * (g.getFloat(row, i) - dot32) * scale32);
        }
    }

    @Override
    public void logSoftmaxGradient(Strided g, double sum, Strided y, Strided dx, int row, int from, int to) {
        float sum32 = (float) sum;
        for (int i = from; i < to; i++) {
            dx.putFloat(row, i, g.getFloat(row, i) - sum32 * FloatFunctions.expOfNegative(y.getFloat(row, i)));
        }
    }

    @Override
    public void normalise(Strided x, double mean, double inverse, Strided y, int row, int from, int to) {
        float mean32 = (float) mean;
        float inverse32 = (float) inverse;
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, (x.getFloat(row, i) - mean32) * inverse32);
        }
    }

    @Override
    public void layerNorm(
            Strided x, double mean, double inverse, Strided gain, Strided bias, Strided y, int row, int from, int to) {
        float mean32 = (float) mean;
        float inverse32 = (float) inverse;
        for (int i = from; i < to; i++) {
            float normalised = (x.getFloat(row, i) - mean32) * inverse32;
            y.putFloat(row, i, Fma.of(normalised, gain.getFloat(row, i), bias.getFloat(row, i)));
        }
    }

    @Override
    public void gainGradient(Strided g, Strided x, double mean, double inverse, Strided y, int row, int from, int to) {
        float mean32 = (float) mean;
        float inverse32 = (float) inverse;
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, g.getFloat(row, i) * ((x.getFloat(row, i) - mean32) * inverse32));
        }
    }

    @Override
    public void layerNormGradient(
            Strided g,
            Strided x,
            Strided gain,
            double mean,
            double inverse,
            double shift,
            double slope,
            Strided dx,
            int row,
            int from,
            int to) {
        float mean32 = (float) mean;
        float inverse32 = (float) inverse;
        float shift32 = (float) shift;
        float slope32 = (float) slope;
        for (int i = from; i < to; i++) {
            float normalised = (x.getFloat(row, i) - mean32) * inverse32;
            float shifted = g.getFloat(row, i) * gain.getFloat(row, i) - shift32;
            dx.putFloat(row, i, (shifted - normalised * slope32) * inverse32);
        }
    }

    @Override
    public void addRows(Strided x, Strided y, int rows, int from, int to) {
        for (int row = 0; row < rows; row++) {
            for (int i = from; i < to; i++) {
                y.putFloat(0, i, y.getFloat(0, i) + x.getFloat(row, i));
            }
        }
    }

    private static float[] zeros(Strided operand) {
        float[] partial = operand.room();
        Arrays.fill(partial, 0);
        return partial;
    }
}

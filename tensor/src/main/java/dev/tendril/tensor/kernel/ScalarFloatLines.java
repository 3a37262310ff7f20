package dev.tendril.tensor.kernel;

import java.util.Arrays;

/** Lines in plain loops, float32. Element i goes to partial sum i mod {@link Blocks#LANES}. */
final class ScalarFloatLines implements Lines {
    @Override
    public double max(Strided x, int row, int count) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, x.getFloat(row, i));
        }
        return largest;
    }

    @Override
    public double sum(Strided x, int row, int count) {
        float[] partial = partial(x);
        for (int i = 0; i < count; i++) {
            int lane = i % Blocks.LANES;
            partial[lane] = partial[lane] + x.getFloat(row, i);
        }
        return pairwise(partial);
    }

    @Override
    public double dot(Strided a, Strided b, int row, int count) {
        float[] partial = partial(a);
        for (int i = 0; i < count; i++) {
            int lane = i % Blocks.LANES;
            partial[lane] = Fma.of(a.getFloat(row, i), b.getFloat(row, i), partial[lane]);
        }
        return pairwise(partial);
    }

    @Override
    public double squares(Strided x, double mean, int row, int count) {
        float mean32 = (float) mean;
        float[] partial = partial(x);
        for (int i = 0; i < count; i++) {
            float centred = x.getFloat(row, i) - mean32;
            int lane = i % Blocks.LANES;
            partial[lane] = Fma.of(centred, centred, partial[lane]);
        }
        return pairwise(partial);
    }

    @Override
    public double dotCentred(Strided a, Strided b, Strided x, double mean, int row, int count) {
        float mean32 = (float) mean;
        float[] partial = partial(x);
        for (int i = 0; i < count; i++) {
            float product = a.getFloat(row, i) * b.getFloat(row, i);
            int lane = i % Blocks.LANES;
            partial[lane] = Fma.of(product, x.getFloat(row, i) - mean32, partial[lane]);
        }
        return pairwise(partial);
    }

    @Override
    public double exponentialSum(Strided x, double shift, int row, int count) {
        float shift32 = (float) shift;
        float[] partial = partial(x);
        for (int i = 0; i < count; i++) {
            int lane = i % Blocks.LANES;
            partial[lane] = partial[lane] + FloatFunctions.expOfNegative(x.getFloat(row, i) - shift32);
        }
        return pairwise(partial);
    }

    @Override
    public double exponentials(Strided x, double shift, Strided y, int row, int count) {
        float shift32 = (float) shift;
        float[] partial = partial(y);
        for (int i = 0; i < count; i++) {
            float exponential = FloatFunctions.expOfNegative(x.getFloat(row, i) - shift32);
            y.putFloat(row, i, exponential);
            int lane = i % Blocks.LANES;
            partial[lane] = partial[lane] + exponential;
        }
        return pairwise(partial);
    }

    @Override
    public double maskedMax(double scale, Strided x, Strided mask, int row, int count) {
        float scale32 = (float) scale;
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            largest = mask.getFloat(row, i) == 0 ? largest : Math.max(largest, x.getFloat(row, i) * scale32);
        }
        return largest;
    }

    @Override
    public double maskedExponentials(
            double scale, Strided x, Strided mask, double shift, Strided y, int row, int count) {
        float scale32 = (float) scale;
        float shift32 = (float) shift;
        float[] partial = partial(y);
        for (int i = 0; i < count; i++) {
            float exponential = mask.getFloat(row, i) == 0
                    ? 0f
                    : FloatFunctions.expOfNegative(x.getFloat(row, i) * scale32 - shift32);
            y.putFloat(row, i, exponential);
            int lane = i % Blocks.LANES;
            partial[lane] = partial[lane] + exponential;
        }
        return pairwise(partial);
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

    private static float[] partial(Strided operand) {
        float[] partial = operand.room();
        Arrays.fill(partial, 0);
        return partial;
    }

    /** Adds the partial sums as a tree, halves onto halves: lane l to lane l + 8, then l + 4, l + 2, l + 1. */
    static float pairwise(float[] lanes) {
        float first = lanes[0] + lanes[8] + (lanes[4] + lanes[12]);
        float second = lanes[1] + lanes[9] + (lanes[5] + lanes[13]);
        float third = lanes[2] + lanes[10] + (lanes[6] + lanes[14]);
        float fourth = lanes[3] + lanes[11] + (lanes[7] + lanes[15]);
        return first + third + (second + fourth);
    }
}

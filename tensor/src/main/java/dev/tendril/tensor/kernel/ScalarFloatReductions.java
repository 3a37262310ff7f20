package dev.tendril.tensor.kernel;

/**
 * Maxima and sums over a row in plain loops, float32: takes the columns {@code from} (inclusive) to {@code to} (exclusive) into what
 * was found before them. Element i is added to partial sum i mod {@link Blocks#LANES}, then the partial sums are added.
 */
final class ScalarFloatReductions {
    private ScalarFloatReductions() {}

    static float max(float before, Strided x, int row, int from, int to) {
        float largest = before;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, x.getFloat(row, i));
        }
        return largest;
    }

    static float maskedMax(float before, float scale, Strided x, Strided mask, int row, int from, int to) {
        float largest = before;
        for (int i = from; i < to; i++) {
            largest = mask.getFloat(row, i) == 0 ? largest : Math.max(largest, x.getFloat(row, i) * scale);
        }
        return largest;
    }

    static float sum(float[] partial, Strided x, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            int lane = i % Blocks.LANES;
            partial[lane] = partial[lane] + x.getFloat(row, i);
        }
        return pairwise(partial);
    }

    static float dot(float[] partial, Strided a, Strided b, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            int lane = i % Blocks.LANES;
            partial[lane] = Fma.of(a.getFloat(row, i), b.getFloat(row, i), partial[lane]);
        }
        return pairwise(partial);
    }

    static float squares(float[] partial, Strided x, float mean, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            float centred = x.getFloat(row, i) - mean;
            int lane = i % Blocks.LANES;
            partial[lane] = Fma.of(centred, centred, partial[lane]);
        }
        return pairwise(partial);
    }

    static float dotCentred(float[] partial, Strided a, Strided b, Strided x, float mean, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            float product = a.getFloat(row, i) * b.getFloat(row, i);
            int lane = i % Blocks.LANES;
            partial[lane] = Fma.of(product, x.getFloat(row, i) - mean, partial[lane]);
        }
        return pairwise(partial);
    }

    static float exponentialSum(float[] partial, Strided x, float shift, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            int lane = i % Blocks.LANES;
            partial[lane] = partial[lane] + FloatFunctions.expOfNegative(x.getFloat(row, i) - shift);
        }
        return pairwise(partial);
    }

    static float exponentials(float[] partial, Strided x, float shift, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            float exponential = FloatFunctions.expOfNegative(x.getFloat(row, i) - shift);
            y.putFloat(row, i, exponential);
            int lane = i % Blocks.LANES;
            partial[lane] = partial[lane] + exponential;
        }
        return pairwise(partial);
    }

    static float maskedExponentials(
            float[] partial, float scale, Strided x, Strided mask, float shift, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            float exponential =
                    mask.getFloat(row, i) == 0 ? 0f : FloatFunctions.expOfNegative(x.getFloat(row, i) * scale - shift);
            y.putFloat(row, i, exponential);
            int lane = i % Blocks.LANES;
            partial[lane] = partial[lane] + exponential;
        }
        return pairwise(partial);
    }

    /** Adds the partial sums as a tree, halves onto halves: lane l to lane l + 8, then l + 4, l + 2, l + 1. */
    private static float pairwise(float[] lanes) {
        float first = lanes[0] + lanes[8] + (lanes[4] + lanes[12]);
        float second = lanes[1] + lanes[9] + (lanes[5] + lanes[13]);
        float third = lanes[2] + lanes[10] + (lanes[6] + lanes[14]);
        float fourth = lanes[3] + lanes[11] + (lanes[7] + lanes[15]);
        return first + third + (second + fourth);
    }
}

package dev.tendril.tensor.kernel;

/** Lines in plain loops, float32. */
final class ScalarFloatLines implements Lines {
    @Override
    public double max(Span x, int count) {
        float[] array = x.floats();
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = x.at(); i < x.at() + count; i++) {
            largest = Math.max(largest, array[i]);
        }
        return largest;
    }

    @Override
    public double sum(Span x, int count) {
        float[] array = x.floats();
        float[] partial = new float[Blocks.LANES];
        int whole = count - count % Blocks.LANES;
        for (int i = 0; i < whole; i += Blocks.LANES) {
            for (int lane = 0; lane < Blocks.LANES; lane++) {
                partial[lane] += array[x.at() + i + lane];
            }
        }
        for (int i = whole; i < count; i++) {
            partial[i - whole] += array[x.at() + i];
        }
        return pairwise(partial);
    }

    @Override
    public double dot(Span a, Span b, int count) {
        float[] left = a.floats();
        float[] right = b.floats();
        float[] partial = new float[Blocks.LANES];
        int whole = count - count % Blocks.LANES;
        for (int i = 0; i < whole; i += Blocks.LANES) {
            for (int lane = 0; lane < Blocks.LANES; lane++) {
                partial[lane] = Fma.of(left[a.at() + i + lane], right[b.at() + i + lane], partial[lane]);
            }
        }
        for (int i = whole; i < count; i++) {
            partial[i - whole] = Fma.of(left[a.at() + i], right[b.at() + i], partial[i - whole]);
        }
        return pairwise(partial);
    }

    @Override
    public void expShifted(Span x, double shift, Span y, int count) {
        float[] from = x.floats();
        float[] to = y.floats();
        float offset = (float) shift;
        for (int i = 0; i < count; i++) {
            to[y.at() + i] = FloatFunctions.exp(from[x.at() + i] - offset);
        }
    }

    /** Adds the partial sums as a tree: halves onto halves. Overwrites them. */
    static float pairwise(float[] partial) {
        for (int half = partial.length / 2; half > 0; half /= 2) {
            for (int lane = 0; lane < half; lane++) {
                partial[lane] += partial[lane + half];
            }
        }
        return partial[0];
    }
}

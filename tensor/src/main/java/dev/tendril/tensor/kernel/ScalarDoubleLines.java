package dev.tendril.tensor.kernel;

/** Lines in plain loops, float64: one running sum in ascending order. */
final class ScalarDoubleLines implements Lines {
    @Override
    public double max(Span x, int count) {
        double[] array = x.doubles();
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = x.at(); i < x.at() + count; i++) {
            largest = Math.max(largest, array[i]);
        }
        return largest;
    }

    @Override
    public double sum(Span x, int count) {
        double[] array = x.doubles();
        double sum = 0;
        for (int i = x.at(); i < x.at() + count; i++) {
            sum += array[i];
        }
        return sum;
    }

    @Override
    public double dot(Span a, Span b, int count) {
        double[] left = a.doubles();
        double[] right = b.doubles();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += left[a.at() + i] * right[b.at() + i];
        }
        return sum;
    }

    @Override
    public void expShifted(Span x, double shift, Span y, int count) {
        double[] from = x.doubles();
        double[] to = y.doubles();
        for (int i = 0; i < count; i++) {
            to[y.at() + i] = Math.exp(from[x.at() + i] - shift);
        }
    }
}

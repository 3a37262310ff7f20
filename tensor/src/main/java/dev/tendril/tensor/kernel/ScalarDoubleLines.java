package dev.tendril.tensor.kernel;

/** Lines in plain loops, float64: one running sum in ascending order. */
final class ScalarDoubleLines implements Lines {
    @Override
    public double max(Strided x, int row, int count) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, x.getDouble(row, i));
        }
        return largest;
    }

    @Override
    public double sum(Strided x, int row, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum = sum + x.getDouble(row, i);
        }
        return sum;
    }

    @Override
    public double dot(Strided a, Strided b, int row, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum = sum + a.getDouble(row, i) * b.getDouble(row, i);
        }
        return sum;
    }

    @Override
    public double squares(Strided x, double mean, int row, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double centred = x.getDouble(row, i) - mean;
            sum = sum + centred * centred;
        }
        return sum;
    }

    @Override
    public double dotCentred(Strided a, Strided b, Strided x, double mean, int row, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double product = a.getDouble(row, i) * b.getDouble(row, i);
            sum = sum + product * (x.getDouble(row, i) - mean);
        }
        return sum;
    }

    @Override
    public double exponentialSum(Strided x, double shift, int row, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum = sum + Math.exp(x.getDouble(row, i) - shift);
        }
        return sum;
    }

    @Override
    public double exponentials(Strided x, double shift, Strided y, int row, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double exponential = Math.exp(x.getDouble(row, i) - shift);
            y.putDouble(row, i, exponential);
            sum = sum + exponential;
        }
        return sum;
    }

    @Override
    public double maskedMax(double scale, Strided x, Strided mask, int row, int count) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            largest = mask.getDouble(row, i) == 0 ? largest : Math.max(largest, x.getDouble(row, i) * scale);
        }
        return largest;
    }

    @Override
    public double maskedExponentials(
            double scale, Strided x, Strided mask, double shift, Strided y, int row, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double exponential = mask.getDouble(row, i) == 0 ? 0 : Math.exp(x.getDouble(row, i) * scale - shift);
            y.putDouble(row, i, exponential);
            sum = sum + exponential;
        }
        return sum;
    }

    @Override
    public void affine(double factor, double summand, Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, x.getDouble(row, i) * factor + summand);
        }
    }

    @Override
    public void subtract(Strided x, double first, double second, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, x.getDouble(row, i) - first - second);
        }
    }

    @Override
    public void softmaxGradient(double scale, Strided g, double dot, Strided y, Strided dx, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            dx.putDouble(row, i, y.getDouble(row, i) * (g.getDouble(row, i) - dot) * scale);
        }
    }

    @Override
    public void logSoftmaxGradient(Strided g, double sum, Strided y, Strided dx, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            dx.putDouble(row, i, g.getDouble(row, i) - sum * Math.exp(y.getDouble(row, i)));
        }
    }

    @Override
    public void normalise(Strided x, double mean, double inverse, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, (x.getDouble(row, i) - mean) * inverse);
        }
    }

    @Override
    public void layerNorm(
            Strided x, double mean, double inverse, Strided gain, Strided bias, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            double normalised = (x.getDouble(row, i) - mean) * inverse;
            y.putDouble(row, i, normalised * gain.getDouble(row, i) + bias.getDouble(row, i));
        }
    }

    @Override
    public void gainGradient(Strided g, Strided x, double mean, double inverse, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, g.getDouble(row, i) * ((x.getDouble(row, i) - mean) * inverse));
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
        for (int i = from; i < to; i++) {
            double normalised = (x.getDouble(row, i) - mean) * inverse;
            double shifted = g.getDouble(row, i) * gain.getDouble(row, i) - shift;
            dx.putDouble(row, i, (shifted - normalised * slope) * inverse);
        }
    }

    @Override
    public void addRows(Strided x, Strided y, int rows, int from, int to) {
        for (int row = 0; row < rows; row++) {
            for (int i = from; i < to; i++) {
                y.putDouble(0, i, y.getDouble(0, i) + x.getDouble(row, i));
            }
        }
    }
}

package dev.tendril.tensor.kernel;

/** Lines on vectors. Columns behind the last whole vector are {@link ScalarFloatLines}' where its bits are the same anyway. */
final class VectorLines implements Lines {
    private static final Uninlined MAX = Uninlined.of(VectorMaxima.class, "max");
    private static final Uninlined SUM = Uninlined.of(VectorSums.class, "sum");
    private static final Uninlined DOT = Uninlined.of(VectorSums.class, "dot");
    private static final Uninlined SQUARES = Uninlined.of(VectorSums.class, "squares");
    private static final Uninlined DOT_CENTRED = Uninlined.of(VectorSums.class, "dotCentred");
    private static final Uninlined EXPONENTIAL_SUM = Uninlined.of(VectorSums.class, "exponentialSum");
    private static final Uninlined EXPONENTIALS = Uninlined.of(VectorSums.class, "exponentials");
    private static final Uninlined MASKED_MAX = Uninlined.of(VectorMaxima.class, "maskedMax");
    private static final Uninlined MASKED_EXPONENTIALS = Uninlined.of(VectorSums.class, "maskedExponentials");
    private static final Uninlined AFFINE = Uninlined.of(VectorMaps.class, "affine");
    private static final Uninlined SUBTRACT = Uninlined.of(VectorMaps.class, "subtract");
    private static final Uninlined SOFTMAX_GRADIENT = Uninlined.of(VectorMaps.class, "softmaxGradient");
    private static final Uninlined LOG_SOFTMAX_GRADIENT = Uninlined.of(VectorMaps.class, "logSoftmaxGradient");
    private static final Uninlined NORMALISE = Uninlined.of(VectorMaps.class, "normalise");
    private static final Uninlined LAYER_NORM = Uninlined.of(VectorMaps.class, "layerNorm");
    private static final Uninlined GAIN_GRADIENT = Uninlined.of(VectorMaps.class, "gainGradient");
    private static final Uninlined LAYER_NORM_GRADIENT = Uninlined.of(VectorMaps.class, "layerNormGradient");
    private static final Uninlined ADD_ROWS = Uninlined.of(VectorMaps.class, "addRows");

    private final Lines plain = new ScalarFloatLines();

    @Override
    public double max(Strided x, int row, int count) {
        if (count < VectorFunctions.LANES) {
            return plain.max(x, row, count);
        }
        try {
            return (float) MAX.kernel().invokeExact(x, row, count);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
    }

    @Override
    public double sum(Strided x, int row, int count) {
        try {
            return (float) SUM.kernel().invokeExact(x, row, count);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
    }

    @Override
    public double dot(Strided a, Strided b, int row, int count) {
        try {
            return (float) DOT.kernel().invokeExact(a, b, row, count);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
    }

    @Override
    public double squares(Strided x, double mean, int row, int count) {
        try {
            return (float) SQUARES.kernel().invokeExact(x, (float) mean, row, count);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
    }

    @Override
    public double dotCentred(Strided a, Strided b, Strided x, double mean, int row, int count) {
        try {
            return (float) DOT_CENTRED.kernel().invokeExact(a, b, x, (float) mean, row, count);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
    }

    @Override
    public double exponentialSum(Strided x, double shift, int row, int count) {
        try {
            return (float) EXPONENTIAL_SUM.kernel().invokeExact(x, (float) shift, row, count);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
    }

    @Override
    public double exponentials(Strided x, double shift, Strided y, int row, int count) {
        try {
            return (float) EXPONENTIALS.kernel().invokeExact(x, (float) shift, y, row, count);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
    }

    @Override
    public double maskedMax(double scale, Strided x, Strided mask, int row, int count) {
        if (count < VectorFunctions.LANES) {
            return plain.maskedMax(scale, x, mask, row, count);
        }
        try {
            return (float) MASKED_MAX.kernel().invokeExact((float) scale, x, mask, row, count);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
    }

    @Override
    public double maskedExponentials(
            double scale, Strided x, Strided mask, double shift, Strided y, int row, int count) {
        try {
            return (float)
                    MASKED_EXPONENTIALS.kernel().invokeExact((float) scale, x, mask, (float) shift, y, row, count);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
    }

    @Override
    public void affine(double factor, double summand, Strided x, Strided y, int row, int from, int to) {
        int whole = VectorFunctions.whole(from, to);
        try {
            AFFINE.kernel().invokeExact((float) factor, (float) summand, x, y, row, from, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        if (whole < to) {
            plain.affine(factor, summand, x, y, row, whole, to);
        }
    }

    @Override
    public void subtract(Strided x, double first, double second, Strided y, int row, int from, int to) {
        int whole = VectorFunctions.whole(from, to);
        try {
            SUBTRACT.kernel().invokeExact(x, (float) first, (float) second, y, row, from, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        if (whole < to) {
            plain.subtract(x, first, second, y, row, whole, to);
        }
    }

    @Override
    public void softmaxGradient(double scale, Strided g, double dot, Strided y, Strided dx, int row, int from, int to) {
        int whole = VectorFunctions.whole(from, to);
        try {
            SOFTMAX_GRADIENT.kernel().invokeExact((float) scale, g, (float) dot, y, dx, row, from, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        if (whole < to) {
            plain.softmaxGradient(scale, g, dot, y, dx, row, whole, to);
        }
    }

    @Override
    public void logSoftmaxGradient(Strided g, double sum, Strided y, Strided dx, int row, int from, int to) {
        int whole = VectorFunctions.whole(from, to);
        try {
            LOG_SOFTMAX_GRADIENT.kernel().invokeExact(g, (float) sum, y, dx, row, from, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        if (whole < to) {
            plain.logSoftmaxGradient(g, sum, y, dx, row, whole, to);
        }
    }

    @Override
    public void normalise(Strided x, double mean, double inverse, Strided y, int row, int from, int to) {
        int whole = VectorFunctions.whole(from, to);
        try {
            NORMALISE.kernel().invokeExact(x, (float) mean, (float) inverse, y, row, from, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        if (whole < to) {
            plain.normalise(x, mean, inverse, y, row, whole, to);
        }
    }

    @Override
    public void layerNorm(
            Strided x, double mean, double inverse, Strided gain, Strided bias, Strided y, int row, int from, int to) {
        int whole = VectorFunctions.whole(from, to);
        try {
            LAYER_NORM.kernel().invokeExact(x, (float) mean, (float) inverse, gain, bias, y, row, from, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        if (whole < to) {
            plain.layerNorm(x, mean, inverse, gain, bias, y, row, whole, to);
        }
    }

    @Override
    public void gainGradient(Strided g, Strided x, double mean, double inverse, Strided y, int row, int from, int to) {
        int whole = VectorFunctions.whole(from, to);
        try {
            GAIN_GRADIENT.kernel().invokeExact(g, x, (float) mean, (float) inverse, y, row, from, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        if (whole < to) {
            plain.gainGradient(g, x, mean, inverse, y, row, whole, to);
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
        int whole = VectorFunctions.whole(from, to);
        try {
            LAYER_NORM_GRADIENT
                    .kernel()
                    .invokeExact(
                            g,
                            x,
                            gain,
                            (float) mean,
                            (float) inverse,
                            (float) shift,
                            (float) slope,
                            dx,
                            row,
                            from,
                            whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        if (whole < to) {
            plain.layerNormGradient(g, x, gain, mean, inverse, shift, slope, dx, row, whole, to);
        }
    }

    @Override
    public void addRows(Strided x, Strided y, int rows, int from, int to) {
        int whole = VectorFunctions.whole(from, to);
        try {
            ADD_ROWS.kernel().invokeExact(x, y, rows, from, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        if (whole < to) {
            plain.addRows(x, y, rows, whole, to);
        }
    }
}

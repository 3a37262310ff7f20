package dev.tendril.tensor.kernel;

/** Lines on vectors. What is left behind the last whole vector of a row is computed by plain loops, whose bits are the same. */
final class VectorLines implements Lines {
    private static final Uninlined MAX = Uninlined.of(VectorReductions.class, "max");
    private static final Uninlined SUM = Uninlined.of(VectorReductions.class, "sum");
    private static final Uninlined DOT = Uninlined.of(VectorReductions.class, "dot");
    private static final Uninlined SQUARES = Uninlined.of(VectorReductions.class, "squares");
    private static final Uninlined DOT_CENTRED = Uninlined.of(VectorReductions.class, "dotCentred");
    private static final Uninlined EXPONENTIAL_SUM = Uninlined.of(VectorReductions.class, "exponentialSum");
    private static final Uninlined EXPONENTIALS = Uninlined.of(VectorReductions.class, "exponentials");
    private static final Uninlined MASKED_MAX = Uninlined.of(VectorReductions.class, "maskedMax");
    private static final Uninlined MASKED_EXPONENTIALS = Uninlined.of(VectorReductions.class, "maskedExponentials");
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
        float largest;
        int whole = Blocks.whole(count);
        try {
            largest = (float) MAX.kernel().invokeExact(x, row, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        return ScalarFloatReductions.max(largest, x, row, whole, count);
    }

    @Override
    public double sum(Strided x, int row, int count) {
        float[] partial = x.room();
        int whole = Blocks.whole(count);
        try {
            SUM.kernel().invokeExact(partial, x, row, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        return ScalarFloatReductions.sum(partial, x, row, whole, count);
    }

    @Override
    public double dot(Strided a, Strided b, int row, int count) {
        float[] partial = a.room();
        int whole = Blocks.whole(count);
        try {
            DOT.kernel().invokeExact(partial, a, b, row, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        return ScalarFloatReductions.dot(partial, a, b, row, whole, count);
    }

    @Override
    public double squares(Strided x, double mean, int row, int count) {
        float[] partial = x.room();
        int whole = Blocks.whole(count);
        try {
            SQUARES.kernel().invokeExact(partial, x, (float) mean, row, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        return ScalarFloatReductions.squares(partial, x, (float) mean, row, whole, count);
    }

    @Override
    public double dotCentred(Strided a, Strided b, Strided x, double mean, int row, int count) {
        float[] partial = a.room();
        int whole = Blocks.whole(count);
        try {
            DOT_CENTRED.kernel().invokeExact(partial, a, b, x, (float) mean, row, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        return ScalarFloatReductions.dotCentred(partial, a, b, x, (float) mean, row, whole, count);
    }

    @Override
    public double exponentialSum(Strided x, double shift, int row, int count) {
        float[] partial = x.room();
        int whole = Blocks.whole(count);
        try {
            EXPONENTIAL_SUM.kernel().invokeExact(partial, x, (float) shift, row, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        return ScalarFloatReductions.exponentialSum(partial, x, (float) shift, row, whole, count);
    }

    @Override
    public double exponentials(Strided x, double shift, Strided y, int row, int count) {
        float[] partial = x.room();
        int whole = Blocks.whole(count);
        try {
            EXPONENTIALS.kernel().invokeExact(partial, x, (float) shift, y, row, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        return ScalarFloatReductions.exponentials(partial, x, (float) shift, y, row, whole, count);
    }

    @Override
    public double maskedMax(double scale, Strided x, Strided mask, int row, int count) {
        float largest;
        int whole = Blocks.whole(count);
        try {
            largest = (float) MASKED_MAX.kernel().invokeExact((float) scale, x, mask, row, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        return ScalarFloatReductions.maskedMax(largest, (float) scale, x, mask, row, whole, count);
    }

    @Override
    public double maskedExponentials(
            double scale, Strided x, Strided mask, double shift, Strided y, int row, int count) {
        float[] partial = x.room();
        int whole = Blocks.whole(count);
        try {
            MASKED_EXPONENTIALS.kernel().invokeExact(partial, (float) scale, x, mask, (float) shift, y, row, whole);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
        return ScalarFloatReductions.maskedExponentials(
                partial, (float) scale, x, mask, (float) shift, y, row, whole, count);
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

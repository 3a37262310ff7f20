package dev.tendril.tensor.kernel;

import dev.tendril.tensor.kernel.Sheet.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A kernel over rows and the same in plain double precision.
 *
 * @param name for messages
 * @param kinds what each operand holds
 * @param single whether it gives one number for each row
 * @param kernel computes all rows
 * @param reference computes one row
 */
record RowFunction(String name, List<Kind> kinds, boolean single, Kernel kernel, Reference reference) {
    static final double SCALE = 0.7;
    static final double EPSILON = 1e-3;
    static final double SMOOTHING = 0.1;

    /** What an operand holds. */
    enum Kind {
        /** Any numbers. */
        ANY,
        /** Numbers up to 0. */
        NOT_POSITIVE,
        /** 0 or 1. */
        MASK,
        /** Any numbers, the same in every row. */
        PARAMETER;

        Layout layout(Layout rows) {
            return this == PARAMETER ? Layout.REPEATED_ROW : rows;
        }

        double number(double normal) {
            return switch (this) {
                case ANY, PARAMETER -> normal;
                case NOT_POSITIVE -> -Math.abs(normal);
                case MASK -> normal > 0 ? 1 : 0;
            };
        }
    }

    /** Computes y from its operands. */
    @FunctionalInterface
    interface Kernel {
        void run(Rows on, Strided[] operands, Strided y, int rows, int columns);
    }

    /** One row from the rows of its operands. */
    @FunctionalInterface
    interface Reference {
        double[] of(double[][] operands);
    }

    static List<RowFunction> all() {
        Kind any = Kind.ANY;
        return List.of(
                single("sum", List.of(any), (on, in, y, r, c) -> on.sum(in[0], y, r, c), in -> sum(in[0])),
                single("max", List.of(any), (on, in, y, r, c) -> on.max(in[0], y, r, c), in -> max(in[0])),
                single(
                        "dot",
                        List.of(any, any),
                        (on, in, y, r, c) -> on.dot(in[0], in[1], y, r, c),
                        in -> sum(product(in[0], in[1]))),
                single("logSumExp", List.of(any), RowFunction::logSumExp, in -> logSumExp(in[0])),
                whole("softmax", List.of(any), (on, in, y, r, c) -> on.softmax(in[0], y, r, c), in -> softmax(in[0])),
                whole(
                        "maskedSoftmax",
                        List.of(any, Kind.MASK),
                        (on, in, y, r, c) -> on.maskedSoftmax(SCALE, in[0], in[1], y, r, c),
                        in -> maskedSoftmax(in[0], in[1])),
                whole(
                        "softmaxGradient",
                        List.of(any, any),
                        (on, in, y, r, c) -> on.softmaxGradient(SCALE, in[0], in[1], y, r, c),
                        in -> softmaxGradient(in[0], in[1])),
                whole(
                        "logSoftmax",
                        List.of(any),
                        (on, in, y, r, c) -> on.logSoftmax(in[0], y, r, c),
                        in -> logSoftmax(in[0])),
                whole(
                        "logSoftmaxGradient",
                        List.of(any, Kind.NOT_POSITIVE),
                        (on, in, y, r, c) -> on.logSoftmaxGradient(in[0], in[1], y, r, c),
                        in -> logSoftmaxGradient(in[0], in[1])),
                whole(
                        "crossEntropyGradient",
                        List.of(any),
                        RowFunction::crossEntropyGradient,
                        in -> crossEntropyGradient(in[0])),
                whole(
                        "normalise",
                        List.of(any),
                        (on, in, y, r, c) -> on.normalise(in[0], EPSILON, y, r, c),
                        in -> normalise(in[0])),
                whole(
                        "layerNorm",
                        List.of(any, Kind.PARAMETER, Kind.PARAMETER),
                        (on, in, y, r, c) -> on.layerNorm(in[0], in[1], in[2], EPSILON, y, r, c),
                        in -> layerNorm(in[0], in[1], in[2])),
                whole(
                        "layerNormGradient",
                        List.of(any, any, Kind.PARAMETER),
                        (on, in, y, r, c) -> on.layerNormGradient(in[0], in[1], in[2], EPSILON, y, r, c),
                        in -> layerNormGradient(in[0], in[1], in[2])),
                whole(
                        "layerNormGainGradient",
                        List.of(any, any),
                        (on, in, y, r, c) -> on.layerNormGainGradient(in[0], in[1], EPSILON, y, r, c),
                        in -> product(in[0], normalise(in[1]))));
    }

    void run(Kernels kernels, Sheet[] in, Sheet y, int columns) {
        Strided[] places = new Strided[in.length];
        for (int i = 0; i < in.length; i++) {
            places[i] = in[i].operand();
        }
        kernel.run(kernels.rows(), places, y.operand(), y.rows(), columns);
    }

    private static RowFunction single(
            String name, List<Kind> kinds, Kernel kernel, java.util.function.ToDoubleFunction<double[][]> reference) {
        return new RowFunction(name, kinds, true, kernel, in -> new double[] {reference.applyAsDouble(in)});
    }

    private static RowFunction whole(String name, List<Kind> kinds, Kernel kernel, Reference reference) {
        return new RowFunction(name, kinds, false, kernel, reference);
    }

    private static void logSumExp(Rows on, Strided[] in, Strided y, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            y.storage().set(y.row(row), on.logSumExp(in[0], row, columns));
        }
    }

    private static void crossEntropyGradient(Rows on, Strided[] in, Strided y, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            on.crossEntropyGradient(in[0], columns / 2, SMOOTHING, SCALE, y, row, columns);
        }
    }

    private static double[] map(int count, IntToDoubleFunction function) {
        return IntStream.range(0, count).mapToDouble(function).toArray();
    }

    private static double[] product(double[] a, double[] b) {
        return map(a.length, i -> a[i] * b[i]);
    }

    private static double sum(double[] x) {
        return Arrays.stream(x).sum();
    }

    private static double max(double[] x) {
        return Arrays.stream(x).max().orElse(Double.NEGATIVE_INFINITY);
    }

    private static double logSumExp(double[] x) {
        return Math.log(Arrays.stream(x).map(Math::exp).sum());
    }

    private static double[] softmax(double[] x) {
        double total = Arrays.stream(x).map(Math::exp).sum();
        return map(x.length, i -> Math.exp(x[i]) / total);
    }

    private static double[] maskedSoftmax(double[] x, double[] mask) {
        double[] exponentials = map(x.length, i -> mask[i] == 0 ? 0 : Math.exp(SCALE * x[i]));
        double total = sum(exponentials);
        return map(x.length, i -> total == 0 ? 0 : exponentials[i] / total);
    }

    private static double[] softmaxGradient(double[] g, double[] y) {
        double dot = sum(product(g, y));
        return map(g.length, i -> SCALE * y[i] * (g[i] - dot));
    }

    private static double[] logSoftmax(double[] x) {
        double logarithm = logSumExp(x);
        return map(x.length, i -> x[i] - logarithm);
    }

    private static double[] logSoftmaxGradient(double[] g, double[] y) {
        double sum = sum(g);
        return map(g.length, i -> g[i] - Math.exp(y[i]) * sum);
    }

    private static double[] crossEntropyGradient(double[] logits) {
        double[] gradient = softmax(logits);
        gradient[logits.length / 2] -= 1 - SMOOTHING;
        return map(gradient.length, i -> SCALE * (gradient[i] - SMOOTHING / gradient.length));
    }

    private static double[] normalise(double[] x) {
        double mean = sum(x) / x.length;
        double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / x.length;
        return map(x.length, i -> (x[i] - mean) / Math.sqrt(variance + EPSILON));
    }

    private static double[] layerNorm(double[] x, double[] gain, double[] bias) {
        double[] scaled = product(normalise(x), gain);
        return map(x.length, i -> scaled[i] + bias[i]);
    }

    private static double[] layerNormGradient(double[] g, double[] x, double[] gain) {
        double[] z = normalise(x);
        double[] h = product(g, gain);
        double shift = sum(h) / x.length;
        double slope = sum(product(h, z)) / x.length;
        double mean = sum(x) / x.length;
        double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / x.length;
        return map(x.length, i -> (h[i] - shift - z[i] * slope) / Math.sqrt(variance + EPSILON));
    }

    @Override
    public String toString() {
        return name;
    }
}

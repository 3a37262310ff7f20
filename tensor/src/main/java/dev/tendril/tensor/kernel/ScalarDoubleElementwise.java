package dev.tendril.tensor.kernel;

import java.util.Arrays;

/** Elementwise kernels in plain loops, float64. */
final class ScalarDoubleElementwise implements Elementwise {
    private static final int CHUNK = 256; // columns for which a repeated element is written out

    @Override
    public void unary(Unary function, Span x, Span y, int count) {
        double[] from = x.doubles();
        double[] to = y.doubles();
        int in = x.at();
        int out = y.at();
        switch (function) {
            case EXP -> exp(from, in, to, out, count);
            case LOG -> log(from, in, to, out, count);
            case SQRT -> sqrt(from, in, to, out, count);
            case RECIPROCAL -> reciprocal(from, in, to, out, count);
            case ABS -> abs(from, in, to, out, count);
            case SIGMOID -> sigmoid(from, in, to, out, count);
            case TANH -> tanh(from, in, to, out, count);
            case RELU -> relu(from, in, to, out, count);
            case SIN -> sin(from, in, to, out, count);
            case COS -> cos(from, in, to, out, count);
        }
    }

    @Override
    public void affine(double scale, double shift, Span x, Span y, int count) {
        double[] from = x.doubles();
        double[] to = y.doubles();
        int in = x.at();
        int out = y.at();
        double factor = scale;
        double summand = shift;
        for (int i = 0; i < count; i++) {
            to[out + i] = from[in + i] * factor + summand;
        }
    }

    @Override
    public void binary(Binary function, Strided a, Strided b, Span y, int rows, int columns) {
        boolean dense = a.columnStep() == 1 && b.columnStep() == 1;
        int width = dense ? columns : Math.min(columns, CHUNK);
        double[] left = a.columnStep() == 1 ? a.span().doubles() : new double[width];
        double[] right = b.columnStep() == 1 ? b.span().doubles() : new double[width];
        for (int row = 0; row < rows; row++) {
            int leftAt = start(a, row, left);
            int rightAt = start(b, row, right);
            for (int from = 0; from < columns; from += width) {
                int count = Math.min(width, columns - from);
                int l = leftAt + from * a.columnStep();
                int r = rightAt + from * b.columnStep();
                binary(function, left, l, right, r, y.doubles(), y.at() + row * columns + from, count);
            }
        }
    }

    @Override
    public void select(Strided mask, Strided whenTrue, Strided whenFalse, Span y, int rows, int columns) {
        double[] m = mask.span().doubles();
        double[] a = whenTrue.span().doubles();
        double[] b = whenFalse.span().doubles();
        double[] to = y.doubles();
        for (int row = 0; row < rows; row++) {
            int out = y.at() + row * columns;
            for (int i = 0; i < columns; i++) {
                boolean chosen = m[mask.row(row) + i * mask.columnStep()] != 0;
                to[out + i] = chosen
                        ? a[whenTrue.row(row) + i * whenTrue.columnStep()]
                        : b[whenFalse.row(row) + i * whenFalse.columnStep()];
            }
        }
    }

    @Override
    public void add(Span x, Span y, int count) {
        plus(y.doubles(), y.at(), x.doubles(), x.at(), y.doubles(), y.at(), count);
    }

    @Override
    public void addProduct(Span a, Span b, Span y, int count) {
        double[] left = a.doubles();
        double[] right = b.doubles();
        double[] to = y.doubles();
        int l = a.at();
        int r = b.at();
        int out = y.at();
        for (int i = 0; i < count; i++) {
            to[out + i] = to[out + i] + left[l + i] * right[r + i];
        }
    }

    /** Where a row starts in its array; a repeated element is written out into the scratch array first. */
    private static int start(Strided operand, int row, double[] array) {
        if (operand.columnStep() == 1) {
            return operand.row(row);
        }
        Arrays.fill(array, operand.span().doubles()[operand.row(row)]);
        return 0;
    }

    private static void binary(Binary function, double[] a, int l, double[] b, int r, double[] y, int out, int count) {
        switch (function) {
            case PLUS -> plus(a, l, b, r, y, out, count);
            case MINUS -> minus(a, l, b, r, y, out, count);
            case TIMES -> times(a, l, b, r, y, out, count);
            case DIVIDE -> divide(a, l, b, r, y, out, count);
            case MAXIMUM -> maximum(a, l, b, r, y, out, count);
            case MINIMUM -> minimum(a, l, b, r, y, out, count);
            case GREATER -> greater(a, l, b, r, y, out, count);
            case SIGMOID_GRADIENT -> sigmoidGradient(a, l, b, r, y, out, count);
            case TANH_GRADIENT -> tanhGradient(a, l, b, r, y, out, count);
            case RELU_GRADIENT -> reluGradient(a, l, b, r, y, out, count);
            case SQRT_GRADIENT -> sqrtGradient(a, l, b, r, y, out, count);
            case RECIPROCAL_GRADIENT -> reciprocalGradient(a, l, b, r, y, out, count);
            case ABS_GRADIENT -> absGradient(a, l, b, r, y, out, count);
        }
    }

    static void exp(double[] x, int in, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = Math.exp(x[in + i]);
        }
    }

    static void log(double[] x, int in, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = Math.log(x[in + i]);
        }
    }

    static void sqrt(double[] x, int in, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = Math.sqrt(x[in + i]);
        }
    }

    static void reciprocal(double[] x, int in, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = 1.0 / x[in + i];
        }
    }

    static void abs(double[] x, int in, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = Math.abs(x[in + i]);
        }
    }

    static void sigmoid(double[] x, int in, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = 1.0 / (1.0 + Math.exp(-x[in + i]));
        }
    }

    static void tanh(double[] x, int in, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = Math.tanh(x[in + i]);
        }
    }

    static void relu(double[] x, int in, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = Math.max(x[in + i], 0);
        }
    }

    static void sin(double[] x, int in, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = Math.sin(x[in + i]);
        }
    }

    static void cos(double[] x, int in, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = Math.cos(x[in + i]);
        }
    }

    private static void plus(double[] a, int l, double[] b, int r, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = a[l + i] + b[r + i];
        }
    }

    private static void minus(double[] a, int l, double[] b, int r, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = a[l + i] - b[r + i];
        }
    }

    private static void times(double[] a, int l, double[] b, int r, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = a[l + i] * b[r + i];
        }
    }

    private static void divide(double[] a, int l, double[] b, int r, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = a[l + i] / b[r + i];
        }
    }

    private static void maximum(double[] a, int l, double[] b, int r, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = Math.max(a[l + i], b[r + i]);
        }
    }

    private static void minimum(double[] a, int l, double[] b, int r, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = Math.min(a[l + i], b[r + i]);
        }
    }

    private static void greater(double[] a, int l, double[] b, int r, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = a[l + i] > b[r + i] ? 1.0 : 0.0;
        }
    }

    private static void sigmoidGradient(double[] a, int l, double[] b, int r, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = a[l + i] * (b[r + i] * (1.0 - b[r + i]));
        }
    }

    private static void tanhGradient(double[] a, int l, double[] b, int r, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = a[l + i] * (1.0 - b[r + i] * b[r + i]);
        }
    }

    private static void reluGradient(double[] a, int l, double[] b, int r, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = b[r + i] > 0 ? a[l + i] : 0.0;
        }
    }

    private static void sqrtGradient(double[] a, int l, double[] b, int r, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = a[l + i] / (b[r + i] + b[r + i]);
        }
    }

    private static void reciprocalGradient(double[] a, int l, double[] b, int r, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = -a[l + i] * (b[r + i] * b[r + i]);
        }
    }

    private static void absGradient(double[] a, int l, double[] b, int r, double[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = b[r + i] > 0 ? a[l + i] : b[r + i] < 0 ? -a[l + i] : 0.0;
        }
    }
}

package dev.tendril.tensor.kernel;

import java.util.Arrays;

/** Elementwise kernels in plain loops, float32. The compiler turns the arithmetic ones into vector code. */
final class ScalarFloatElementwise implements Elementwise {
    private static final int CHUNK = 256; // columns for which a repeated element is written out

    @Override
    public void unary(Unary function, Span x, Span y, int count) {
        float[] from = x.floats();
        float[] to = y.floats();
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
        float[] from = x.floats();
        float[] to = y.floats();
        int in = x.at();
        int out = y.at();
        float factor = (float) scale;
        float summand = (float) shift;
        for (int i = 0; i < count; i++) {
            to[out + i] = from[in + i] * factor + summand;
        }
    }

    @Override
    public void binary(Binary function, Strided a, Strided b, Span y, int rows, int columns) {
        boolean dense = a.columnStep() == 1 && b.columnStep() == 1;
        int width = dense ? columns : Math.min(columns, CHUNK);
        float[] left = a.columnStep() == 1 ? a.span().floats() : new float[width];
        float[] right = b.columnStep() == 1 ? b.span().floats() : new float[width];
        for (int row = 0; row < rows; row++) {
            int leftAt = start(a, row, left);
            int rightAt = start(b, row, right);
            for (int from = 0; from < columns; from += width) {
                int count = Math.min(width, columns - from);
                int l = leftAt + from * a.columnStep();
                int r = rightAt + from * b.columnStep();
                binary(function, left, l, right, r, y.floats(), y.at() + row * columns + from, count);
            }
        }
    }

    @Override
    public void select(Strided mask, Strided whenTrue, Strided whenFalse, Span y, int rows, int columns) {
        float[] m = mask.span().floats();
        float[] a = whenTrue.span().floats();
        float[] b = whenFalse.span().floats();
        float[] to = y.floats();
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
        plus(y.floats(), y.at(), x.floats(), x.at(), y.floats(), y.at(), count);
    }

    @Override
    public void addProduct(Span a, Span b, Span y, int count) {
        float[] left = a.floats();
        float[] right = b.floats();
        float[] to = y.floats();
        int l = a.at();
        int r = b.at();
        int out = y.at();
        for (int i = 0; i < count; i++) {
            to[out + i] = to[out + i] + left[l + i] * right[r + i];
        }
    }

    /** Where a row starts in its array; a repeated element is written out into the scratch array first. */
    private static int start(Strided operand, int row, float[] array) {
        if (operand.columnStep() == 1) {
            return operand.row(row);
        }
        Arrays.fill(array, operand.span().floats()[operand.row(row)]);
        return 0;
    }

    private static void binary(Binary function, float[] a, int l, float[] b, int r, float[] y, int out, int count) {
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

    static void exp(float[] x, int in, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = FloatFunctions.exp(x[in + i]);
        }
    }

    static void log(float[] x, int in, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = (float) Math.log(x[in + i]);
        }
    }

    static void sqrt(float[] x, int in, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = (float) Math.sqrt(x[in + i]);
        }
    }

    static void reciprocal(float[] x, int in, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = 1f / x[in + i];
        }
    }

    static void abs(float[] x, int in, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = Math.abs(x[in + i]);
        }
    }

    static void sigmoid(float[] x, int in, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = FloatFunctions.sigmoid(x[in + i]);
        }
    }

    static void tanh(float[] x, int in, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = FloatFunctions.tanh(x[in + i]);
        }
    }

    static void relu(float[] x, int in, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = Math.max(x[in + i], 0);
        }
    }

    static void sin(float[] x, int in, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = (float) Math.sin(x[in + i]);
        }
    }

    static void cos(float[] x, int in, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = (float) Math.cos(x[in + i]);
        }
    }

    private static void plus(float[] a, int l, float[] b, int r, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = a[l + i] + b[r + i];
        }
    }

    private static void minus(float[] a, int l, float[] b, int r, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = a[l + i] - b[r + i];
        }
    }

    private static void times(float[] a, int l, float[] b, int r, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = a[l + i] * b[r + i];
        }
    }

    private static void divide(float[] a, int l, float[] b, int r, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = a[l + i] / b[r + i];
        }
    }

    private static void maximum(float[] a, int l, float[] b, int r, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = Math.max(a[l + i], b[r + i]);
        }
    }

    private static void minimum(float[] a, int l, float[] b, int r, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = Math.min(a[l + i], b[r + i]);
        }
    }

    private static void greater(float[] a, int l, float[] b, int r, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = a[l + i] > b[r + i] ? 1f : 0f;
        }
    }

    private static void sigmoidGradient(float[] a, int l, float[] b, int r, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = a[l + i] * (b[r + i] * (1f - b[r + i]));
        }
    }

    private static void tanhGradient(float[] a, int l, float[] b, int r, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = a[l + i] * (1f - b[r + i] * b[r + i]);
        }
    }

    private static void reluGradient(float[] a, int l, float[] b, int r, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = b[r + i] > 0 ? a[l + i] : 0f;
        }
    }

    private static void sqrtGradient(float[] a, int l, float[] b, int r, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = a[l + i] / (b[r + i] + b[r + i]);
        }
    }

    private static void reciprocalGradient(float[] a, int l, float[] b, int r, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = -a[l + i] * (b[r + i] * b[r + i]);
        }
    }

    private static void absGradient(float[] a, int l, float[] b, int r, float[] y, int out, int count) {
        for (int i = 0; i < count; i++) {
            y[out + i] = b[r + i] > 0 ? a[l + i] : b[r + i] < 0 ? -a[l + i] : 0f;
        }
    }
}

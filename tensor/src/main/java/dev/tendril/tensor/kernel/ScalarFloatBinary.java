package dev.tendril.tensor.kernel;

/** Functions of two operands in plain loops over a row, float32. */
final class ScalarFloatBinary {
    private ScalarFloatBinary() {}

    static void plus(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, a.getFloat(row, i) + b.getFloat(row, i));
        }
    }

    static void minus(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, a.getFloat(row, i) - b.getFloat(row, i));
        }
    }

    static void times(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, a.getFloat(row, i) * b.getFloat(row, i));
        }
    }

    static void divide(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, a.getFloat(row, i) / b.getFloat(row, i));
        }
    }

    static void maximum(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, Math.max(a.getFloat(row, i), b.getFloat(row, i)));
        }
    }

    static void minimum(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, Math.min(a.getFloat(row, i), b.getFloat(row, i)));
        }
    }

    static void greater(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, a.getFloat(row, i) > b.getFloat(row, i) ? 1f : 0f);
        }
    }

    static void sigmoidGradient(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            float output = b.getFloat(row, i);
            y.putFloat(row, i, a.getFloat(row, i) * (output * (1f - output)));
        }
    }

    static void tanhOfSum(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, FloatFunctions.tanh(a.getFloat(row, i) + b.getFloat(row, i)));
        }
    }

    static void tanhGradient(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            float output = b.getFloat(row, i);
            y.putFloat(row, i, a.getFloat(row, i) * (1f - output * output));
        }
    }

    static void reluGradient(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, b.getFloat(row, i) > 0 ? a.getFloat(row, i) : 0f);
        }
    }

    static void sqrtGradient(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            float output = b.getFloat(row, i);
            y.putFloat(row, i, a.getFloat(row, i) / (output + output));
        }
    }

    static void reciprocalGradient(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            float output = b.getFloat(row, i);
            y.putFloat(row, i, -a.getFloat(row, i) * (output * output));
        }
    }

    static void absGradient(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            float gradient = a.getFloat(row, i);
            float input = b.getFloat(row, i);
            y.putFloat(row, i, input > 0 ? gradient : input < 0 ? -gradient : 0f);
        }
    }
}

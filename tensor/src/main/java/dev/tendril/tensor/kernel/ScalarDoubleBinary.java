package dev.tendril.tensor.kernel;

/** Functions of two operands in plain loops over a row, float64. */
final class ScalarDoubleBinary {
    private ScalarDoubleBinary() {}

    static void plus(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, a.getDouble(row, i) + b.getDouble(row, i));
        }
    }

    static void minus(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, a.getDouble(row, i) - b.getDouble(row, i));
        }
    }

    static void times(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, a.getDouble(row, i) * b.getDouble(row, i));
        }
    }

    static void divide(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, a.getDouble(row, i) / b.getDouble(row, i));
        }
    }

    static void maximum(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, Math.max(a.getDouble(row, i), b.getDouble(row, i)));
        }
    }

    static void minimum(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, Math.min(a.getDouble(row, i), b.getDouble(row, i)));
        }
    }

    static void greater(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, a.getDouble(row, i) > b.getDouble(row, i) ? 1 : 0);
        }
    }

    static void sigmoidGradient(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            double output = b.getDouble(row, i);
            y.putDouble(row, i, a.getDouble(row, i) * (output * (1 - output)));
        }
    }

    static void tanhOfSum(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, Math.tanh(a.getDouble(row, i) + b.getDouble(row, i)));
        }
    }

    static void tanhGradient(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            double output = b.getDouble(row, i);
            y.putDouble(row, i, a.getDouble(row, i) * (1 - output * output));
        }
    }

    static void reluGradient(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, b.getDouble(row, i) > 0 ? a.getDouble(row, i) : 0);
        }
    }

    static void sqrtGradient(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            double output = b.getDouble(row, i);
            y.putDouble(row, i, a.getDouble(row, i) / (output + output));
        }
    }

    static void reciprocalGradient(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            double output = b.getDouble(row, i);
            y.putDouble(row, i, -a.getDouble(row, i) * (output * output));
        }
    }

    static void absGradient(Strided a, Strided b, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            double gradient = a.getDouble(row, i);
            double input = b.getDouble(row, i);
            y.putDouble(row, i, input > 0 ? gradient : input < 0 ? -gradient : 0);
        }
    }
}

package dev.tendril.tensor.kernel;

/** Functions of one operand in plain loops over a row, float64. */
final class ScalarDoubleUnary {
    private ScalarDoubleUnary() {}

    static void exp(Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, Math.exp(x.getDouble(row, i)));
        }
    }

    static void log(Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, Math.log(x.getDouble(row, i)));
        }
    }

    static void sqrt(Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, Math.sqrt(x.getDouble(row, i)));
        }
    }

    static void reciprocal(Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, 1 / x.getDouble(row, i));
        }
    }

    static void abs(Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, Math.abs(x.getDouble(row, i)));
        }
    }

    static void sigmoid(Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, 1 / (1 + Math.exp(-x.getDouble(row, i))));
        }
    }

    static void tanh(Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, Math.tanh(x.getDouble(row, i)));
        }
    }

    static void relu(Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            double number = x.getDouble(row, i);
            y.putDouble(row, i, number <= 0 ? 0 : number);
        }
    }

    static void sin(Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, Math.sin(x.getDouble(row, i)));
        }
    }

    static void cos(Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, Math.cos(x.getDouble(row, i)));
        }
    }
}

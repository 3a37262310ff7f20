package dev.tendril.tensor.kernel;

/** Functions of one operand in plain loops over a row, float32. */
final class ScalarFloatUnary {
    private ScalarFloatUnary() {}

    static void exp(Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, FloatFunctions.exp(x.getFloat(row, i)));
        }
    }

    static void log(Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, FloatFunctions.log(x.getFloat(row, i)));
        }
    }

    static void sqrt(Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, (float) Math.sqrt(x.getFloat(row, i)));
        }
    }

    static void reciprocal(Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, 1f / x.getFloat(row, i));
        }
    }

    static void abs(Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, Math.abs(x.getFloat(row, i)));
        }
    }

    static void sigmoid(Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, FloatFunctions.sigmoid(x.getFloat(row, i)));
        }
    }

    static void tanh(Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, FloatFunctions.tanh(x.getFloat(row, i)));
        }
    }

    static void relu(Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            float number = x.getFloat(row, i);
            y.putFloat(row, i, number <= 0 ? 0f : number);
        }
    }

    static void sin(Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, (float) Math.sin(x.getFloat(row, i)));
        }
    }

    static void cos(Strided x, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, (float) Math.cos(x.getFloat(row, i)));
        }
    }
}

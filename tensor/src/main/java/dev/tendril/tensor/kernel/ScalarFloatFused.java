package dev.tendril.tensor.kernel;

/** Functions of three and four operands in plain loops over a row, float32. */
final class ScalarFloatFused {
    private ScalarFloatFused() {}

    static void multiplyAdd(Strided a, Strided b, Strided c, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, Fma.of(a.getFloat(row, i), b.getFloat(row, i), c.getFloat(row, i)));
        }
    }

    static void mix(Strided a, Strided b, Strided c, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            float share = a.getFloat(row, i);
            y.putFloat(row, i, Fma.of(share, b.getFloat(row, i), (1f - share) * c.getFloat(row, i)));
        }
    }

    static void productSigmoidGradient(Strided a, Strided b, Strided c, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            float output = c.getFloat(row, i);
            y.putFloat(row, i, a.getFloat(row, i) * b.getFloat(row, i) * (output * (1f - output)));
        }
    }

    static void productTanhGradient(Strided a, Strided b, Strided c, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            float output = c.getFloat(row, i);
            y.putFloat(row, i, a.getFloat(row, i) * b.getFloat(row, i) * (1f - output * output));
        }
    }

    static void sumOfProducts(Strided a, Strided b, Strided c, Strided d, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, Fma.of(a.getFloat(row, i), b.getFloat(row, i), c.getFloat(row, i) * d.getFloat(row, i)));
        }
    }

    static void differenceSigmoidGradient(
            Strided a, Strided b, Strided c, Strided d, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            float output = d.getFloat(row, i);
            y.putFloat(
                    row, i, a.getFloat(row, i) * (b.getFloat(row, i) - c.getFloat(row, i)) * (output * (1f - output)));
        }
    }

    static void addProductTanhGradient(
            Strided a, Strided b, Strided c, Strided d, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            float output = d.getFloat(row, i);
            y.putFloat(
                    row, i, Fma.of(b.getFloat(row, i) * c.getFloat(row, i), 1f - output * output, a.getFloat(row, i)));
        }
    }

    static void rootPlus(Strided a, Strided b, Strided c, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, (float) Math.sqrt(a.getFloat(row, i) * b.getFloat(row, i)) + c.getFloat(row, i));
        }
    }

    static void sumWithSquare(Strided a, Strided b, Strided c, Strided d, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            float number = c.getFloat(row, i);
            y.putFloat(row, i, Fma.of(a.getFloat(row, i), b.getFloat(row, i), number * number * d.getFloat(row, i)));
        }
    }

    static void minusQuotient(Strided a, Strided b, Strided c, Strided d, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, a.getFloat(row, i) - b.getFloat(row, i) * c.getFloat(row, i) / d.getFloat(row, i));
        }
    }

    static void adam(AdamNumbers numbers, Strided parameter, Strided gradient, Strided m, Strided v, int from, int to) {
        float decay1 = (float) numbers.decay1();
        float share1 = (float) numbers.share1();
        float decay2 = (float) numbers.decay2();
        float share2 = (float) numbers.share2();
        float rate = (float) numbers.rate();
        float correction = (float) numbers.correction();
        float epsilon = (float) numbers.epsilon();
        for (int i = from; i < to; i++) {
            float g = gradient.getFloat(0, i);
            float mean = Fma.of(m.getFloat(0, i), decay1, g * share1);
            float square = Fma.of(v.getFloat(0, i), decay2, g * g * share2);
            m.putFloat(0, i, mean);
            v.putFloat(0, i, square);
            parameter.putFloat(
                    0, i, parameter.getFloat(0, i) - mean * rate / ((float) Math.sqrt(square * correction) + epsilon));
        }
    }

    static void select(Strided mask, Strided whenTrue, Strided whenFalse, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putFloat(row, i, mask.getFloat(row, i) != 0 ? whenTrue.getFloat(row, i) : whenFalse.getFloat(row, i));
        }
    }
}

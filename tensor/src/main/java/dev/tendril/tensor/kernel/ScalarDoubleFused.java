package dev.tendril.tensor.kernel;

/** Functions of three and four operands in plain loops over a row, float64. */
final class ScalarDoubleFused {
    private ScalarDoubleFused() {}

    static void multiplyAdd(Strided a, Strided b, Strided c, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, a.getDouble(row, i) * b.getDouble(row, i) + c.getDouble(row, i));
        }
    }

    static void mix(Strided a, Strided b, Strided c, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            double share = a.getDouble(row, i);
            y.putDouble(row, i, share * b.getDouble(row, i) + (1 - share) * c.getDouble(row, i));
        }
    }

    static void productSigmoidGradient(Strided a, Strided b, Strided c, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            double output = c.getDouble(row, i);
            y.putDouble(row, i, a.getDouble(row, i) * b.getDouble(row, i) * (output * (1 - output)));
        }
    }

    static void productTanhGradient(Strided a, Strided b, Strided c, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            double output = c.getDouble(row, i);
            y.putDouble(row, i, a.getDouble(row, i) * b.getDouble(row, i) * (1 - output * output));
        }
    }

    static void sumOfProducts(Strided a, Strided b, Strided c, Strided d, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, a.getDouble(row, i) * b.getDouble(row, i) + c.getDouble(row, i) * d.getDouble(row, i));
        }
    }

    static void differenceSigmoidGradient(
            Strided a, Strided b, Strided c, Strided d, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            double output = d.getDouble(row, i);
            y.putDouble(
                    row,
                    i,
                    a.getDouble(row, i) * (b.getDouble(row, i) - c.getDouble(row, i)) * (output * (1 - output)));
        }
    }

    static void addProductTanhGradient(
            Strided a, Strided b, Strided c, Strided d, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            double output = d.getDouble(row, i);
            double gradient = b.getDouble(row, i) * c.getDouble(row, i) * (1 - output * output);
            y.putDouble(row, i, a.getDouble(row, i) + gradient);
        }
    }

    static void rootPlus(Strided a, Strided b, Strided c, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, Math.sqrt(a.getDouble(row, i) * b.getDouble(row, i)) + c.getDouble(row, i));
        }
    }

    static void sumWithSquare(Strided a, Strided b, Strided c, Strided d, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            double number = c.getDouble(row, i);
            y.putDouble(row, i, a.getDouble(row, i) * b.getDouble(row, i) + number * number * d.getDouble(row, i));
        }
    }

    static void minusQuotient(Strided a, Strided b, Strided c, Strided d, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, a.getDouble(row, i) - b.getDouble(row, i) * c.getDouble(row, i) / d.getDouble(row, i));
        }
    }

    static void adam(AdamNumbers numbers, Strided parameter, Strided gradient, Strided m, Strided v, int from, int to) {
        double decay1 = numbers.decay1();
        double share1 = numbers.share1();
        double decay2 = numbers.decay2();
        double share2 = numbers.share2();
        double rate = numbers.rate();
        double correction = numbers.correction();
        double epsilon = numbers.epsilon();
        for (int i = from; i < to; i++) {
            double g = gradient.getDouble(0, i);
            double mean = m.getDouble(0, i) * decay1 + g * share1;
            double square = v.getDouble(0, i) * decay2 + g * g * share2;
            m.putDouble(0, i, mean);
            v.putDouble(0, i, square);
            parameter.putDouble(
                    0, i, parameter.getDouble(0, i) - mean * rate / (Math.sqrt(square * correction) + epsilon));
        }
    }

    static void select(Strided mask, Strided whenTrue, Strided whenFalse, Strided y, int row, int from, int to) {
        for (int i = from; i < to; i++) {
            y.putDouble(row, i, mask.getDouble(row, i) != 0 ? whenTrue.getDouble(row, i) : whenFalse.getDouble(row, i));
        }
    }
}

package dev.tendril.tensor.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * An elementwise kernel and what Java computes for it in double precision.
 *
 * @param name for messages
 * @param operands their number
 * @param kernel computes a sheet
 * @param reference computes one element
 */
record Function(String name, int operands, Kernel kernel, Reference reference) {

    /** Computes y from its operands. */
    @FunctionalInterface
    interface Kernel {
        void run(Elementwise on, Strided[] operands, Strided y, int rows, int columns);
    }

    /** One element from its operands. */
    @FunctionalInterface
    interface Reference {
        double of(double[] operands);
    }

    /** All functions that there are. */
    static List<Function> all() {
        List<Function> all = new ArrayList<>();
        for (Unary each : Unary.values()) {
            all.add(new Function(
                    each.name(), 1, (on, in, y, r, c) -> on.unary(each, in[0], y, r, c), in -> of(each, in[0])));
        }
        for (Binary each : Binary.values()) {
            all.add(new Function(
                    each.name(),
                    2,
                    (on, in, y, r, c) -> on.binary(each, in[0], in[1], y, r, c),
                    in -> of(each, in[0], in[1])));
        }
        for (Ternary each : Ternary.values()) {
            all.add(new Function(
                    each.name(),
                    3,
                    (on, in, y, r, c) -> on.ternary(each, in[0], in[1], in[2], y, r, c),
                    in -> of(each, in[0], in[1], in[2])));
        }
        for (Quaternary each : Quaternary.values()) {
            all.add(new Function(
                    each.name(),
                    4,
                    (on, in, y, r, c) -> on.quaternary(each, in[0], in[1], in[2], in[3], y, r, c),
                    in -> of(each, in)));
        }
        all.add(new Function(
                "AFFINE", 1, (on, in, y, r, c) -> on.affine(1.5, -0.25, in[0], y, r, c), in -> 1.5 * in[0] - 0.25));
        all.add(new Function(
                "SELECT",
                3,
                (on, in, y, r, c) -> on.select(in[0], in[1], in[2], y, r, c),
                in -> in[0] != 0 ? in[1] : in[2]));
        return all;
    }

    void run(Kernels kernels, Sheet[] in, Sheet y) {
        Strided[] places = new Strided[in.length];
        for (int i = 0; i < in.length; i++) {
            places[i] = in[i].operand();
        }
        kernel.run(kernels.elementwise(), places, y.operand(), y.rows(), y.columns());
    }

    double expected(double[] numbers) {
        return reference.of(numbers);
    }

    /** In double precision. */
    static double of(Unary function, double x) {
        return switch (function) {
            case EXP -> Math.exp(x);
            case LOG -> Math.log(x);
            case SQRT -> Math.sqrt(x);
            case RECIPROCAL -> 1 / x;
            case ABS -> Math.abs(x);
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case TANH -> Math.tanh(x);
            case RELU -> Math.max(x, 0);
            case SIN -> Math.sin(x);
            case COS -> Math.cos(x);
        };
    }

    private static double of(Binary function, double a, double b) {
        return switch (function) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            case DIVIDE -> a / b;
            case MAXIMUM -> Math.max(a, b);
            case MINIMUM -> Math.min(a, b);
            case GREATER -> a > b ? 1 : 0;
            case SIGMOID_GRADIENT -> a * b * (1 - b);
            case TANH_OF_SUM -> Math.tanh(a + b);
            case TANH_GRADIENT -> a * (1 - b * b);
            case RELU_GRADIENT -> b > 0 ? a : 0;
            case SQRT_GRADIENT -> a / (2 * b);
            case RECIPROCAL_GRADIENT -> -a * b * b;
            case ABS_GRADIENT -> a * Math.signum(b);
        };
    }

    private static double of(Ternary function, double a, double b, double c) {
        return switch (function) {
            case MULTIPLY_ADD -> a * b + c;
            case MIX -> a * b + (1 - a) * c;
            case PRODUCT_SIGMOID_GRADIENT -> a * b * c * (1 - c);
            case PRODUCT_TANH_GRADIENT -> a * b * (1 - c * c);
            case ROOT_PLUS -> Math.sqrt(a * b) + c;
        };
    }

    private static double of(Quaternary function, double[] in) {
        double y = in[3];
        return switch (function) {
            case SUM_OF_PRODUCTS -> in[0] * in[1] + in[2] * in[3];
            case DIFFERENCE_SIGMOID_GRADIENT -> in[0] * (in[1] - in[2]) * y * (1 - y);
            case ADD_PRODUCT_TANH_GRADIENT -> in[0] + in[1] * in[2] * (1 - y * y);
            case SUM_WITH_SQUARE -> in[0] * in[1] + in[2] * in[2] * in[3];
            case MINUS_QUOTIENT -> in[0] - in[1] * in[2] / in[3];
        };
    }

    @Override
    public String toString() {
        return name;
    }
}

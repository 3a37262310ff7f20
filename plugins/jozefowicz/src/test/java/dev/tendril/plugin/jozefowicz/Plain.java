package dev.tendril.plugin.jozefowicz;

import dev.tendril.api.tensor.ParameterStore;
import java.util.function.DoubleUnaryOperator;

/**
 * Equations in plain loops over the parameters of a cell.
 *
 * @param store of the parameters
 */
record Plain(ParameterStore store) {
    double[] get(String name) {
        return store.find("made.cell." + name).orElseThrow().toDoubles();
    }

    /** U x + W h + b of a gate. */
    double[] gate(String name, double[] x, double[] h) {
        return add(add(onInput(name, x), onState(name, h)), get(name + ".b"));
    }

    double[] onInput(String gate, double[] x) {
        return product(get(gate + ".U"), x);
    }

    double[] onState(String gate, double[] h) {
        return product(get(gate + ".W"), h);
    }

    private static double[] product(double[] matrix, double[] vector) {
        double[] result = new double[matrix.length / vector.length];
        for (int row = 0; row < result.length; row++) {
            for (int column = 0; column < vector.length; column++) {
                result[row] += matrix[row * vector.length + column] * vector[column];
            }
        }
        return result;
    }

    static double[] add(double[] a, double[] b) {
        double[] result = a.clone();
        for (int i = 0; i < a.length; i++) {
            result[i] += b[i];
        }
        return result;
    }

    static double[] times(double[] a, double[] b) {
        double[] result = a.clone();
        for (int i = 0; i < a.length; i++) {
            result[i] *= b[i];
        }
        return result;
    }

    static double[] oneMinus(double[] a) {
        return map(a, value -> 1 - value);
    }

    static double[] sigmoid(double[] a) {
        return map(a, value -> 1 / (1 + Math.exp(-value)));
    }

    static double[] tanh(double[] a) {
        return map(a, Math::tanh);
    }

    private static double[] map(double[] a, DoubleUnaryOperator function) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = function.applyAsDouble(a[i]);
        }
        return result;
    }
}

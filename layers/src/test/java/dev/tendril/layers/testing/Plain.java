package dev.tendril.layers.testing;

import dev.tendril.api.tensor.ParameterStore;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Arithmetic of vectors in plain loops, on the parameters of a store: what equations are derived anew with.
 *
 * @param store of the parameters
 * @param path of the component
 */
public record Plain(ParameterStore store, String path) {

    /** The numbers of a parameter. */
    public double[] get(String name) {
        return store.find(path + "." + name).orElseThrow().toDoubles();
    }

    /** U x + W h + b of a gate. */
    public double[] gate(String gate, double[] x, double[] h) {
        return add(add(product(get(gate + ".U"), x), product(get(gate + ".W"), h)), get(gate + ".b"));
    }

    /** Matrix by vector; the matrix has as many columns as the vector has elements. */
    public static double[] product(double[] matrix, double[] vector) {
        double[] result = new double[matrix.length / vector.length];
        for (int row = 0; row < result.length; row++) {
            for (int column = 0; column < vector.length; column++) {
                result[row] += matrix[row * vector.length + column] * vector[column];
            }
        }
        return result;
    }

    public static double[] add(double[] a, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }

    public static double[] times(double[] a, double[] b) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            product[i] = a[i] * b[i];
        }
        return product;
    }

    public static double[] map(double[] a, DoubleUnaryOperator function) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = function.applyAsDouble(a[i]);
        }
        return result;
    }

    public static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** gain ⊙ (x − μ) / √(σ² + epsilon) + bias. */
    public static double[] layerNorm(double[] x, double[] gain, double[] bias, double epsilon) {
        double mean = 0;
        for (double each : x) {
            mean += each / x.length;
        }
        double variance = 0;
        for (double each : x) {
            variance += (each - mean) * (each - mean) / x.length;
        }
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = gain[i] * (x[i] - mean) / Math.sqrt(variance + epsilon) + bias[i];
        }
        return result;
    }

    /** One vector behind the other. */
    public static double[] join(double[] a, double[] b) {
        double[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }
}

package dev.tendril.plugin.attention;

import dev.tendril.api.tensor.ParameterStore;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Linear algebra in plain loops, on the parameters of a place.
 *
 * @param store of the parameters
 * @param path of the place
 */
record Plain(ParameterStore store, String path) {

    double[] get(String name) {
        return store.find(path + "." + name).orElseThrow().toDoubles();
    }

    /** W x, W row-major with as many columns as x has numbers. */
    static double[] product(double[] matrix, double[] x) {
        double[] y = new double[matrix.length / x.length];
        for (int row = 0; row < y.length; row++) {
            for (int column = 0; column < x.length; column++) {
                y[row] += matrix[row * x.length + column] * x[column];
            }
        }
        return y;
    }

    static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    static double[] add(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] + b[i]).toArray();
    }

    static double[] map(double[] x, DoubleUnaryOperator function) {
        return Arrays.stream(x).map(function).toArray();
    }

    static double[] join(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    static double[] row(double[] values, int row, int width) {
        return Arrays.copyOfRange(values, row * width, (row + 1) * width);
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    static double[] softmax(double[] scores) {
        double[] powers = map(scores, Math::exp);
        double total = Arrays.stream(powers).sum();
        return map(powers, power -> power / total);
    }
}

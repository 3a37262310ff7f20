package dev.tendril.layers.transformer;

import static dev.tendril.layers.testing.Plain.add;
import static dev.tendril.layers.testing.Plain.layerNorm;
import static dev.tendril.layers.testing.Plain.map;
import static dev.tendril.layers.testing.Plain.product;

import dev.tendril.layers.testing.Plain;
import dev.tendril.layers.transformer.TransformerParameters.Norm;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * A Transformer derived anew, in plain loops over one row's real steps: no batch, no padding, no masks, one head after the other.
 *
 * @param plain the parameters
 * @param size what it is made of
 */
record PlainTransformer(Plain plain, TransformerParameters size) {

    /** An encoder's output, step by step. */
    double[][] encode(double[][] x) {
        return run(x, new double[0][], false);
    }

    /** A decoder's output, step by step; no memory if it is given none. */
    double[][] decode(double[][] x, double[][] memory) {
        return run(x, memory, true);
    }

    private double[][] run(double[][] x, double[][] memory, boolean causal) {
        double[][] y = placed(x);
        for (int layer = 0; layer < size.layers(); layer++) {
            String path = "layer" + layer;
            String self = path + ".self_attention";
            y = residual(self, y, in -> attention(self, in, in, causal));
            if (memory.length > 0) {
                String other = path + ".memory_attention";
                y = residual(other, y, in -> attention(other, in, memory, false));
            }
            String network = path + ".feed_forward";
            y = residual(network, y, in -> each(in, step -> feedForward(network, step)));
        }
        return size.norm() == Norm.PRE ? each(y, step -> norm("norm", step)) : y;
    }

    /** √D x + p. */
    private double[][] placed(double[][] x) {
        double[][] placed = new double[x.length][size.units()];
        for (int t = 0; t < x.length; t++) {
            for (int i = 0; i < size.units(); i++) {
                double angle = t / Math.pow(10_000, (i - i % 2) / (double) size.units());
                placed[t][i] = Math.sqrt(size.units()) * x[t][i] + (i % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
            }
        }
        return placed;
    }

    private double[][] residual(String path, double[][] x, UnaryOperator<double[][]> sublayer) {
        UnaryOperator<double[][]> normalized = in -> each(in, step -> norm(path + ".norm", step));
        return size.norm() == Norm.PRE
                ? sum(x, sublayer.apply(normalized.apply(x)))
                : normalized.apply(sum(x, sublayer.apply(x)));
    }

    /** U_o [head₁; …; head_H], every head a weighted sum of the values it sees. */
    private double[][] attention(String path, double[][] x, double[][] memory, boolean causal) {
        int width = size.units() / size.heads();
        double[][] seen = new double[x.length][size.units()];
        for (int head = 0; head < size.heads(); head++) {
            for (int t = 0; t < x.length; t++) {
                double[] query = slice(product(plain.get(path + ".query.U"), x[t]), head * width, width);
                int visible = causal ? t + 1 : memory.length;
                double[] weights = new double[visible];
                double total = 0;
                for (int s = 0; s < visible; s++) {
                    double[] key = slice(product(plain.get(path + ".key.U"), memory[s]), head * width, width);
                    weights[s] = Math.exp(product(query, key)[0] / Math.sqrt(width));
                    total += weights[s];
                }
                for (int s = 0; s < visible; s++) {
                    double weight = weights[s] / total;
                    double[] value = slice(product(plain.get(path + ".value.U"), memory[s]), head * width, width);
                    for (int i = 0; i < width; i++) {
                        seen[t][head * width + i] += weight * value[i];
                    }
                }
            }
        }
        return each(seen, step -> product(plain.get(path + ".output.U"), step));
    }

    private double[] feedForward(String path, double[] x) {
        double[] hidden = add(product(plain.get(path + ".inner.U"), x), plain.get(path + ".inner.b"));
        double[] active = map(hidden, value -> Math.max(value, 0));
        return add(product(plain.get(path + ".outer.U"), active), plain.get(path + ".outer.b"));
    }

    private double[] norm(String path, double[] x) {
        return layerNorm(x, plain.get(path + ".gain"), plain.get(path + ".bias"), 1e-5);
    }

    private static double[] slice(double[] x, int from, int count) {
        return Arrays.copyOfRange(x, from, from + count);
    }

    private static double[][] sum(double[][] a, double[][] b) {
        double[][] sum = new double[a.length][];
        for (int t = 0; t < a.length; t++) {
            sum[t] = add(a[t], b[t]);
        }
        return sum;
    }

    private static double[][] each(double[][] x, UnaryOperator<double[]> step) {
        return Arrays.stream(x).map(step).toArray(double[][]::new);
    }
}

package dev.tendril.layers.initialization;

import dev.tendril.api.tensor.Shape;
import java.util.function.IntToDoubleFunction;

/**
 * How many numbers go into and come out of a weight.
 *
 * @param in features of the input: the product of all sizes but the first; of a vector, its size
 * @param out features of the output: the first size
 */
record Fans(long in, long out) {
    /** The fans of a weight [O, I...]. */
    static Fans of(Shape shape) {
        if (shape.rank() == 0) {
            return new Fans(1, 1);
        }
        int out = shape.size(0);
        return shape.rank() == 1 ? new Fans(out, out) : new Fans(shape.elements() / Math.max(1, out), out);
    }

    /** in + out. */
    double sum() {
        return (double) in + out;
    }

    /** As many numbers as the shape has elements. */
    static double[] fill(Shape shape, IntToDoubleFunction number) {
        double[] values = new double[Math.toIntExact(shape.elements())];
        for (int i = 0; i < values.length; i++) {
            values[i] = number.applyAsDouble(i);
        }
        return values;
    }
}

package dev.tendril.tensor;

import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.Random;

/** Numbers to test with. */
final class Samples {
    private Samples() {}

    /** Standard normal numbers. */
    static double[] normal(long seed, int count) {
        Random random = new Random(seed);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    /** A tensor of standard normal numbers. */
    static Tensor normal(Pass pass, long seed, int... sizes) {
        Shape shape = Shape.of(sizes);
        return pass.tensor(shape, normal(seed, Math.toIntExact(shape.elements())));
    }
}

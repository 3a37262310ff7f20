package dev.tendril.layers.position;

import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.stream.IntStream;

/**
 * A clock with a hand for every pair of features, each slower than the one before (Vaswani et al. 2017).
 * <pre>
 *   θ_t,i = t / 10000^(2i / D)     i = 0 … ⌈D / 2⌉ − 1
 * </pre>
 */
final class Angles {
    private static final double SLOWEST = 10_000;

    private final int features;
    private volatile double[]
            speeds = {}; // made when they are first needed: a model may be made to look at its parameters alone

    /** The hands for vectors of so many features, D. */
    Angles(int features) {
        this.features = features;
    }

    private double[] speeds() {
        double[] known = speeds;
        if (known.length == 0) {
            known = IntStream.range(0, (features + 1) / 2)
                    .mapToDouble(i -> Math.pow(SLOWEST, -2.0 * i / features))
                    .toArray();
            speeds = known;
        }
        return known;
    }

    /** Where the hands stand at some positions, in radians: [steps, ⌈D / 2⌉]. */
    Tensor of(int first, int steps, Pass pass) {
        double[] positions =
                IntStream.range(first, first + steps).asDoubleStream().toArray();
        double[] hands = speeds();
        return pass.tensor(Shape.of(steps, 1), positions).times(pass.tensor(Shape.of(1, hands.length), hands));
    }
}

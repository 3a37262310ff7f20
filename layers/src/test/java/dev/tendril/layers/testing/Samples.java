package dev.tendril.layers.testing;

import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.TendrilEngine;
import java.util.Arrays;
import java.util.Random;

/** Engines and numbers for tests. */
public final class Samples {
    private Samples() {}

    /** The reference engine. */
    public static TendrilEngine float64() {
        return engine(Precision.FLOAT64);
    }

    /** An engine of one thread. */
    public static TendrilEngine engine(Precision precision) {
        return TendrilEngine.builder().precision(precision).threads(1).build();
    }

    /** Standard normal numbers. */
    public static double[] normal(long seed, int count) {
        Random random = new Random(seed);
        return random.doubles(count).map(ignored -> random.nextGaussian()).toArray();
    }

    /** A store whose parameters start as their initializers say. */
    public static ParameterStore store(TendrilEngine engine) {
        return engine.parameters(RandomKey.of(5));
    }

    /** Replaces every parameter, zeros and ones included, by normal numbers. */
    public static void shake(TendrilEngine engine, ParameterStore store) {
        long seed = 31;
        for (var parameter : store.parameters()) {
            Shape shape = parameter.shape();
            double[] values = normal(seed++, Math.toIntExact(shape.elements()));
            store.assign(parameter.path(), engine.constant(shape, times(values, 0.5)));
        }
    }

    /** Sequences [B, T, D] of normal numbers, with a given number in the padding. */
    public static double[] padded(long seed, int[] lengths, int steps, int features, double padding) {
        double[] values = normal(seed, lengths.length * steps * features);
        for (int row = 0; row < lengths.length; row++) {
            Arrays.fill(values, (row * steps + lengths[row]) * features, (row + 1) * steps * features, padding);
        }
        return values;
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }
}

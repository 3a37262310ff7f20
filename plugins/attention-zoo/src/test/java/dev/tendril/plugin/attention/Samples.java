package dev.tendril.plugin.attention;

import java.util.Arrays;
import java.util.Random;

/** Numbers to compute with. */
final class Samples {
    private Samples() {}

    /** Standard normal numbers, the same for the same seed. */
    static double[] normal(long seed, int count) {
        Random random = new Random(seed);
        double[] numbers = new double[count];
        Arrays.setAll(numbers, at -> random.nextGaussian());
        return numbers;
    }
}

package dev.tendril.api.tensor;

import dev.tendril.api.PluginImplemented;

/**
 * Random numbers as a pure function of a key and a counter. There is no hidden position: whoever asks twice gets the same
 * numbers, in any order and from any thread.
 */
@PluginImplemented
@FunctionalInterface
public interface RandomSource {

    /** 64 random bits. */
    long bits(RandomKey key, long counter);

    /** Uniform in [0, 1). */
    default double uniform(RandomKey key, long counter) {
        return (bits(key, counter) >>> 11) * 0x1p-53;
    }

    /**
     * Standard normal (Box–Muller over the uniform numbers 2·counter and 2·counter + 1), by functions whose last bit is the same on every
     * Java and machine.
     */
    default double normal(RandomKey key, long counter) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform(key, 2 * counter)));
        return radius * StrictMath.cos(2 * Math.PI * uniform(key, 2 * counter + 1));
    }

    /** Uniform in 0…bound − 1. */
    default int below(RandomKey key, long counter, int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound is " + bound + ", want at least 1");
        }
        return (int) Math.multiplyHigh(bits(key, counter) >>> 1, 2L * bound);
    }

    /** A random order of 0…size − 1 (Fisher–Yates). */
    default int[] permutation(RandomKey key, int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        for (int i = size - 1; i > 0; i--) {
            int other = below(key, i, i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }
}

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

    /**
     * The bits of several counters: {@code target[i]} becomes {@code bits(key, from + i)}. A source that computes many at once faster
     * overrides this.
     */
    default void bits(RandomKey key, long from, long[] target, int count) {
        for (int i = 0; i < count; i++) {
            target[i] = bits(key, from + i);
        }
    }

    /** Uniform in [0, 1). */
    default double uniform(RandomKey key, long counter) {
        return uniform(bits(key, counter));
    }

    /** Standard normal, from the bits of 2·counter and 2·counter + 1. */
    default double normal(RandomKey key, long counter) {
        return normal(bits(key, 2 * counter), bits(key, 2 * counter + 1));
    }

    /** Random bits as a number that is uniform in [0, 1). */
    static double uniform(long bits) {
        return (bits >>> 11) * 0x1p-53;
    }

    /** Random bits as a standard normal number (Box–Muller), by functions whose last bit is the same on every Java and machine. */
    static double normal(long first, long second) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform(first)));
        return radius * StrictMath.cos(2 * Math.PI * uniform(second));
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

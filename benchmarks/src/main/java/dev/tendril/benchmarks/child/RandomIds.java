package dev.tendril.benchmarks.child;

import java.util.SplittableRandom;

/** The data of all workloads: ids drawn evenly; the same for every contestant. */
public final class RandomIds {
    private RandomIds() {}

    /**
     * Ids from 0 to bound − 1.
     *
     * @param seed names the draw
     */
    public static int[] draw(long seed, int bound, long count) {
        return new SplittableRandom(seed).ints(count, 0, bound).toArray();
    }

    /** The same as 64-bit numbers. */
    public static long[] drawLongs(long seed, int bound, long count) {
        return new SplittableRandom(seed).ints(count, 0, bound).asLongStream().toArray();
    }
}

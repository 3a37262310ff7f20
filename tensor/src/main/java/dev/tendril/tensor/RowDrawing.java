package dev.tendril.tensor;

import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.RandomSource;
import dev.tendril.tensor.kernel.Storage;

/** Draws rows of random numbers; column c takes the counters that follow those of the columns before it. Belongs to one thread. */
final class RowDrawing {
    private static final int AT_ONCE = 64;

    private final long[] bits = new long[AT_ONCE];

    void fill(
            RandomSource random, RandomKey key, Draw distribution, double parameter, Storage to, int at, int columns) {
        int counters = distribution.counters();
        int each = AT_ONCE / counters;
        for (int from = 0; from < columns; from += each) {
            int count = Math.min(each, columns - from);
            random.bits(key, (long) from * counters, bits, count * counters);
            for (int i = 0; i < count; i++) {
                to.set(at + from + i, distribution.number(bits, i * counters, parameter));
            }
        }
    }
}

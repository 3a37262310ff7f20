package dev.tendril.nlp.dates;

import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.RandomSource;

/**
 * A random order of 0…size − 1 in constant memory, any place of it at once: a Feistel network over the next power of four (Luby and
 * Rackoff 1988), applied again while it leads outside (Black and Rogaway 2002).
 */
final class IndexPermutation {
    private static final int ROUNDS = 6;

    private final RandomSource random;
    private final RandomKey[] rounds = new RandomKey[ROUNDS];
    private final long size;
    private final int halfBits;

    IndexPermutation(RandomSource random, RandomKey key, long size) {
        if (size < 1) {
            throw new IllegalArgumentException("size is " + size + ", want at least 1");
        }
        this.random = random;
        this.size = size;
        this.halfBits = (64 - Long.numberOfLeadingZeros(size - 1) + 1) / 2;
        for (int round = 0; round < ROUNDS; round++) {
            rounds[round] = key.with(round);
        }
    }

    /** What stands at a place. */
    long at(long place) {
        if (place < 0 || place >= size) {
            throw new IndexOutOfBoundsException("place " + place + " of " + size);
        }
        long value = network(place);
        while (value >= size) {
            value = network(value);
        }
        return value;
    }

    private long network(long value) {
        long mask = (1L << halfBits) - 1;
        long left = value >>> halfBits;
        long right = value & mask;
        for (RandomKey round : rounds) {
            long next = left ^ (random.bits(round, right) & mask);
            left = right;
            right = next;
        }
        return (left << halfBits) | right;
    }
}

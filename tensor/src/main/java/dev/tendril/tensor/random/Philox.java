package dev.tendril.tensor.random;

import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.RandomSource;

/**
 * Philox 4×32 with ten rounds (Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3, 2011). The cipher's 64-bit key
 * is the key's first half; its 128-bit counter is the number of a block and the key's second half. A block gives the bits of two
 * counters: eight blocks give those of sixteen, the first halves of all blocks, then the second halves.
 */
public final class Philox implements RandomSource {
    static final long MULTIPLIER_0 = 0xD2511F53L;
    static final long MULTIPLIER_1 = 0xCD9E8D57L;
    static final int WEYL_0 = 0x9E3779B9;
    static final int WEYL_1 = 0xBB67AE85;
    static final int ROUNDS = 10;
    static final long LOW = 0xFFFFFFFFL;

    /** Blocks whose halves stand side by side. */
    static final int BLOCKS = 8;

    /** Counters whose bits these blocks give. */
    static final int GROUP = 2 * BLOCKS;

    /** Found out when first wanted: who draws single numbers need not load vectors. */
    private static final class Vectors {
        static final boolean WIDE =
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && PhiloxVectors.wide();
    }

    @Override
    public long bits(RandomKey key, long counter) {
        long[] halves = new long[2];
        encrypt(key, number(counter), halves, 0, 1);
        return halves[(counter & BLOCKS) == 0 ? 0 : 1];
    }

    @Override
    public void bits(RandomKey key, long from, long[] target, int count) {
        int ahead = (int) Math.min(count, -from & (GROUP - 1));
        int groups = (count - ahead) / GROUP;
        for (int i = 0; i < ahead; i++) {
            target[i] = bits(key, from + i);
        }
        if (groups > 0) {
            groups(key, number(from + ahead), target, ahead, groups);
        }
        for (int i = ahead + groups * GROUP; i < count; i++) {
            target[i] = bits(key, from + i);
        }
    }

    /** The bits of whole groups, the first of which starts with a block. */
    private static void groups(RandomKey key, long block, long[] target, int at, int count) {
        if (Vectors.WIDE) {
            PhiloxVectors.groups(key, block, target, at, count);
        } else {
            plainGroups(key, block, target, at, count);
        }
    }

    static void plainGroups(RandomKey key, long block, long[] target, int at, int count) {
        for (int i = 0; i < count * BLOCKS; i++) {
            int first = at + i / BLOCKS * GROUP + i % BLOCKS;
            encrypt(key, block + i, target, first, first + BLOCKS);
        }
    }

    /** The block that gives the bits of a counter. */
    private static long number(long counter) {
        return (counter >> 4) * BLOCKS + (counter & (BLOCKS - 1));
    }

    /** The halves of a block, first and second word together, third and fourth together. */
    static void encrypt(RandomKey key, long number, long[] target, int first, int second) {
        long word0 = number & LOW;
        long word1 = number >>> 32;
        long word2 = key.low() & LOW;
        long word3 = key.low() >>> 32;
        int key0 = (int) key.high();
        int key1 = (int) (key.high() >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * word0;
            long product1 = MULTIPLIER_1 * word2;
            word0 = (product1 >>> 32) ^ word1 ^ (key0 & LOW);
            word1 = product1 & LOW;
            word2 = (product0 >>> 32) ^ word3 ^ (key1 & LOW);
            word3 = product0 & LOW;
            key0 += WEYL_0;
            key1 += WEYL_1;
        }
        target[first] = word0 | word1 << 32;
        target[second] = word2 | word3 << 32;
    }
}

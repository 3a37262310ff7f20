package dev.tendril.tensor.random;

import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.RandomSource;

/**
 * Philox 4×32 with ten rounds (Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3, 2011). The cipher's 64-bit key
 * is the key's first half; its 128-bit counter is the counter and the key's second half. Two of the four output words are used.
 */
public final class Philox implements RandomSource {
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final int ROUNDS = 10;

    @Override
    public long bits(RandomKey key, long counter) {
        int[] block = block(
                new int[] {(int) counter, (int) (counter >>> 32), (int) key.low(), (int) (key.low() >>> 32)},
                (int) key.high(),
                (int) (key.high() >>> 32));
        return ((long) block[1] << 32) | (block[0] & 0xFFFFFFFFL);
    }

    /** Encrypts a counter of four words in place. */
    static int[] block(int[] counter, int firstKey, int secondKey) {
        int key0 = firstKey;
        int key1 = secondKey;
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * (counter[0] & 0xFFFFFFFFL);
            long product1 = MULTIPLIER_1 * (counter[2] & 0xFFFFFFFFL);
            int next0 = (int) (product1 >>> 32) ^ counter[1] ^ key0;
            int next2 = (int) (product0 >>> 32) ^ counter[3] ^ key1;
            counter[0] = next0;
            counter[1] = (int) product1;
            counter[2] = next2;
            counter[3] = (int) product0;
            key0 += WEYL_0;
            key1 += WEYL_1;
        }
        return counter;
    }
}

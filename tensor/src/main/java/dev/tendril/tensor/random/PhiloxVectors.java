package dev.tendril.tensor.random;

import static dev.tendril.tensor.random.Philox.LOW;

import dev.tendril.api.tensor.RandomKey;
import dev.tendril.tensor.kernel.Uninlined;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Philox on vectors of long numbers, eight blocks at once, each word in the lower half of a lane. */
final class PhiloxVectors {
    private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_512;
    private static final LongVector NUMBERS = LongVector.zero(SPECIES).addIndex(1);

    private static final Uninlined ENCRYPT = Uninlined.of(MethodHandles.lookup(), PhiloxVectors.class, "encrypt");

    /** Whether the machine multiplies eight long numbers at once. */
    static boolean wide() {
        return LongVector.SPECIES_PREFERRED.length() >= Philox.BLOCKS;
    }

    private PhiloxVectors() {}

    /** As {@link Philox#plainGroups}. */
    static void groups(RandomKey key, long block, long[] target, int at, int count) {
        try {
            ENCRYPT.kernel().invokeExact(key, block, target, at, count);
        } catch (Throwable failure) {
            throw Uninlined.thrown(failure);
        }
    }

    static void encrypt(RandomKey key, long block, long[] target, int at, int count) {
        for (int group = 0; group < count; group++) {
            LongVector number = NUMBERS.add(block + (long) group * Philox.BLOCKS);
            encryptGroup(key, number, target, at + group * Philox.GROUP);
        }
    }

    private static void encryptGroup(RandomKey key, LongVector number, long[] target, int at) {
        LongVector word0 = number.and(LOW);
        LongVector word1 = number.lanewise(VectorOperators.LSHR, 32);
        LongVector word2 = LongVector.broadcast(SPECIES, key.low() & LOW);
        LongVector word3 = LongVector.broadcast(SPECIES, key.low() >>> 32);
        int key0 = (int) key.high();
        int key1 = (int) (key.high() >>> 32);
        for (int round = 0; round < Philox.ROUNDS; round++) {
            LongVector product0 = word0.mul(Philox.MULTIPLIER_0);
            LongVector product1 = word2.mul(Philox.MULTIPLIER_1);
            word0 = high(product1).lanewise(VectorOperators.XOR, word1).lanewise(VectorOperators.XOR, key0 & LOW);
            word1 = product1.and(LOW);
            word2 = high(product0).lanewise(VectorOperators.XOR, word3).lanewise(VectorOperators.XOR, key1 & LOW);
            word3 = product0.and(LOW);
            key0 += Philox.WEYL_0;
            key1 += Philox.WEYL_1;
        }
        joined(word0, word1).intoArray(target, at);
        joined(word2, word3).intoArray(target, at + Philox.BLOCKS);
    }

    private static LongVector high(LongVector product) {
        return product.lanewise(VectorOperators.LSHR, 32);
    }

    private static LongVector joined(LongVector low, LongVector high) {
        return low.or(high.lanewise(VectorOperators.LSHL, 32));
    }
}

package dev.tendril.tensor.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.tensor.RandomKey;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PhiloxTest {
    private final Philox random = new Philox();

    @Test
    void givesTheKnownAnswersOfItsAuthors() {
        assertThat(encrypted(0, new RandomKey(0, 0))).containsExactly(0xe169c58d6627e8d5L, 0x9b00dbd8bc57ac4cL);
        assertThat(encrypted(-1, new RandomKey(-1, -1))).containsExactly(0x41c83b0e408f276dL, 0x6d5451fda20bc7c6L);
        assertThat(encrypted(0x85a308d3243f6a88L, new RandomKey(0x299f31d0a4093822L, 0x0370734413198a2eL)))
                .containsExactly(0x94fdccebd16cfe09L, 0x24126ea15001e420L);
    }

    private static long[] encrypted(long number, RandomKey key) {
        long[] halves = new long[2];
        Philox.encrypt(key, number, halves, 0, 1);
        return halves;
    }

    @Test
    void sameKeyAndCounterGiveTheSameBitsInAnyOrder() {
        RandomKey key = RandomKey.of(5).with("layer");
        long later = random.bits(key, 7);
        long earlier = random.bits(key, 3);
        assertThat(random.bits(key, 3)).isEqualTo(earlier);
        assertThat(random.bits(key, 7)).isEqualTo(later);
        assertThat(random.bits(key.with(1), 7)).isNotEqualTo(later);
    }

    @Test
    void eightBlocksGiveTheBitsOfSixteenCounters() {
        RandomKey key = RandomKey.of(2);
        for (int block = 0; block < 8; block++) {
            long[] halves = encrypted(8 + block, key);
            assertThat(random.bits(key, 16 + block)).isEqualTo(halves[0]);
            assertThat(random.bits(key, 24 + block)).isEqualTo(halves[1]);
        }
    }

    @Test
    void noTwoCountersShareTheirBits() {
        RandomKey key = RandomKey.of(3);
        assertThat(LongStream.range(-500, 500)
                        .map(counter -> random.bits(key, counter))
                        .distinct())
                .hasSize(1000);
    }

    @Test
    void manyCountersAtOnceGiveWhatTheyGiveOneByOne() {
        RandomKey key = RandomKey.of(7).with("many");
        for (long from : new long[] {0, 1, 15, 16, 1000, (1L << 36) - 40, -33, Long.MAX_VALUE - 400}) {
            for (int count : new int[] {0, 1, 15, 16, 17, 64, 129, 300}) {
                long[] target = new long[count + 1];
                random.bits(key, from, target, count);
                for (int i = 0; i < count; i++) {
                    assertThat(target[i]).isEqualTo(random.bits(key, from + i));
                }
                assertThat(target[count]).isZero();
            }
        }
    }

    @Test
    void plainLoopsGiveTheBitsOfVectors() {
        RandomKey key = RandomKey.of(9);
        for (int groups : new int[] {1, 3, 4, 5, 9}) {
            long[] loops = new long[16 * groups + 2];
            Philox.plainGroups(key, (1L << 32) - 12, loops, 1, groups);
            long[] vectors = new long[16 * groups + 2];
            PhiloxVectors.groups(key, (1L << 32) - 12, vectors, 1, groups);
            assertThat(loops).isEqualTo(vectors);
        }
    }

    @Test
    void uniformAndNormalNumbersHaveTheirMoments() {
        RandomKey key = RandomKey.of(11);
        int count = 200_000;
        double uniform = 0;
        double normal = 0;
        double square = 0;
        for (int i = 0; i < count; i++) {
            double u = random.uniform(key.with("u"), i);
            assertThat(u).isBetween(0.0, Math.nextDown(1.0));
            uniform += u / count;
            double n = random.normal(key.with("n"), i);
            normal += n / count;
            square += n * n / count;
        }
        assertThat(uniform).isCloseTo(0.5, Offset.offset(0.003)); // four standard errors
        assertThat(normal).isCloseTo(0, Offset.offset(0.009));
        assertThat(square).isCloseTo(1, Offset.offset(0.013));
    }
}

package dev.tendril.tensor.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.tensor.RandomKey;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PhiloxTest {
    private final Philox random = new Philox();

    @Test
    void givesTheKnownAnswersOfItsAuthors() {
        assertThat(Philox.block(new int[] {0, 0, 0, 0}, 0, 0))
                .containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
        assertThat(Philox.block(new int[] {-1, -1, -1, -1}, -1, -1))
                .containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
        assertThat(Philox.block(new int[] {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, 0xa4093822, 0x299f31d0))
                .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
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

package dev.tendril.api.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomKeyTest {
    /** Any pure function of its arguments serves here. */
    private static final RandomSource SOURCE = (key, counter) ->
            key.with(counter).high() ^ Long.rotateLeft(key.with(counter).low(), 17);

    @Test
    void keysMadeTheSameWayAreEqualAndOthersDiffer() {
        Set<RandomKey> keys = new HashSet<>();
        for (long seed = 0; seed < 13; seed++) {
            for (String path : new String[] {"", "a", "b", "ab", "ba", "encoder.layer0"}) {
                for (long example = 0; example < 101; example++) {
                    keys.add(RandomKey.of(seed).with(path).with(example));
                }
            }
        }
        assertThat(keys).hasSize(13 * 6 * 101);
        assertThat(RandomKey.of(3).with("x")).isEqualTo(RandomKey.of(3).with("x"));
    }

    @Test
    void orderOfNarrowingMatters() {
        assertThat(RandomKey.of(1).with("a").with("b"))
                .isNotEqualTo(RandomKey.of(1).with("b").with("a"));
        assertThat(RandomKey.of(1).with(2).with(3))
                .isNotEqualTo(RandomKey.of(1).with(3).with(2));
    }

    @Test
    void uniformNumbersFillTheUnitIntervalEvenly() {
        int[] counts = new int[10];
        for (int i = 0; i < 100_000; i++) {
            double number = SOURCE.uniform(RandomKey.of(5), i);
            assertThat(number).isGreaterThanOrEqualTo(0).isLessThan(1);
            counts[(int) (number * 10)]++;
        }
        // Standard deviation of a count is 95; five of them.
        assertThat(Arrays.stream(counts)).allMatch(count -> Math.abs(count - 10_000) < 475);
    }

    @Test
    void normalNumbersHaveMeanZeroAndVarianceOne() {
        double sum = 0;
        double squares = 0;
        int count = 100_000;
        for (int i = 0; i < count; i++) {
            double number = SOURCE.normal(RandomKey.of(6), i);
            sum += number;
            squares += number * number;
        }
        // Five standard errors: 5 / √n for the mean, 5 √(2 / n) for the variance.
        assertThat(sum / count).isBetween(-0.0159, 0.0159);
        assertThat(squares / count).isBetween(0.977, 1.023);
    }

    @Test
    void permutationsHoldEveryNumberOnceAndReachEveryOrder() {
        Set<String> orders = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            int[] order = SOURCE.permutation(RandomKey.of(i), 4);
            assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3);
            orders.add(Arrays.toString(order));
        }
        assertThat(orders).hasSize(24);
    }
}

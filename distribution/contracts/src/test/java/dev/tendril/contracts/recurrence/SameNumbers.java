package dev.tendril.contracts.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** Numbers computed two ways: the same but for rounding. */
public final class SameNumbers {
    private SameNumbers() {}

    /**
     * Compares arrays by name.
     *
     * @param rounding how far numbers may lie apart, beside the largest of their array or 1: a small sum of large terms has the errors
     *     of the terms
     * @param where in messages
     * @throws AssertionError if an array is missing, or a number differs
     */
    public static void check(
            Map<String, double[]> planned, Map<String, double[]> stepByStep, double rounding, String where) {
        assertThat(planned).containsOnlyKeys(stepByStep.keySet());
        stepByStep.forEach((name, expected) -> {
            double[] actual = Objects.requireNonNull(planned.get(name));
            assertThat(actual).as("%s, %s", name, where).hasSameSizeAs(expected);
            double largest = Arrays.stream(expected).map(Math::abs).reduce(1, Math::max);
            for (int i = 0; i < expected.length; i++) {
                assertThat(actual[i])
                        .as("%s [%d], %s", name, i, where)
                        .isCloseTo(expected[i], within(rounding * largest));
            }
        });
    }
}

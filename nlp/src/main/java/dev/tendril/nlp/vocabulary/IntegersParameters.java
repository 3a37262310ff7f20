package dev.tendril.nlp.vocabulary;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.spi.Param;

/**
 * Which whole numbers are labels.
 *
 * @param from the smallest
 * @param to the largest
 */
public record IntegersParameters(
        @Param("The smallest number.") int from,
        @Param("The largest number.") int to) {
    private static final int MOST = 1 << 20;

    public IntegersParameters {
        if (to < from) {
            throw new InvalidParameter("to", "to is " + to + ", below from, which is " + from);
        }
        if ((long) to - from >= MOST) {
            throw new InvalidParameter("to", "from " + from + " to " + to + " are more than " + MOST + " numbers");
        }
    }
}

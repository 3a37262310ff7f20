package dev.tendril.runtime.component;

import dev.tendril.api.spi.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Bounds of numbers, as checks and as words. */
final class Ranges {
    private Ranges() {}

    /** Whether a number lies within bounds; what is not finite lies within none. */
    static boolean contains(Range range, double value) {
        boolean above = range.minExclusive() ? value > range.min() : value >= range.min();
        boolean below = range.maxExclusive() ? value < range.max() : value <= range.max();
        return Double.isFinite(value) && above && below;
    }

    /** The bounds in words, such as {@code at least 0 and less than 1}. */
    static String words(Range range) {
        List<String> parts = new ArrayList<>();
        if (range.min() != Double.NEGATIVE_INFINITY) {
            parts.add((range.minExclusive() ? "greater than " : "at least ") + number(range.min()));
        }
        if (range.max() != Double.POSITIVE_INFINITY) {
            parts.add((range.maxExclusive() ? "less than " : "at most ") + number(range.max()));
        }
        return parts.isEmpty() ? "finite" : String.join(" and ", parts);
    }

    private static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}

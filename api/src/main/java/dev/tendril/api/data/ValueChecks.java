package dev.tendril.api.data;

import dev.tendril.api.tensor.Shape;
import java.util.List;

/** What sequences of numbers and of ids check alike when they are made. */
final class ValueChecks {
    private ValueChecks() {}

    static void check(String kind, Shape shape, List<Lengths> lengths, int leastRank) {
        if (shape.rank() < leastRank) {
            throw new IllegalArgumentException(kind + " with " + lengths.size() + " time axes want rank " + leastRank
                    + " or more, got shape " + shape);
        }
        long rows = shape.size(0);
        for (int level = 0; level < lengths.size(); level++) {
            int steps = shape.size(level + 1);
            Lengths real = lengths.get(level);
            if (real.rows() != rows) {
                throw new IllegalArgumentException(
                        "level " + level + " has " + real.rows() + " lengths for " + rows + " rows of shape " + shape);
            }
            if (real.longest() > steps) {
                throw new IllegalArgumentException("level " + level + " has length " + real.longest()
                        + " on an axis of " + steps + " in shape " + shape);
            }
            rows *= steps;
        }
    }
}

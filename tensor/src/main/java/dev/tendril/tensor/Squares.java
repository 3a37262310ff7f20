package dev.tendril.tensor;

import dev.tendril.tensor.operation.Array;

/** Sums of squares over the engine's threads. */
final class Squares {
    private static final int SHORTEST = 1 << 14;
    private static final int MOST = 64; // blocks, whatever the length

    private Squares() {}

    /** Σ x² in float64: blocks, whose length depends on the count of numbers alone, are added in ascending order. */
    static double sum(TendrilEngine engine, Array array) {
        int count = array.elements();
        int length = Math.max(SHORTEST, (count - 1) / MOST + 1);
        double[] sums = new double[(count + length - 1) / length];
        engine.workers().split(count, sums.length, (from, to) -> {
            for (int block = from; block < to; block++) {
                int start = block * length;
                sums[block] = array.storage().sumOfSquares(array.at() + start, Math.min(length, count - start));
            }
        });
        double sum = 0;
        for (double block : sums) {
            sum += block;
        }
        return sum;
    }
}

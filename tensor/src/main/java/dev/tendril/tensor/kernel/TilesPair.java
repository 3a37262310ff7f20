package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.Fma.FUSED;
import static dev.tendril.tensor.kernel.VectorFunctions.LANES;
import static dev.tendril.tensor.kernel.VectorFunctions.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * One row of two neighbouring panels of four vectors. A single row reads every weight once, so it is as fast as memory is: two panels are
 * two streams that the processor fetches ahead at the same time.
 */
final class TilesPair {
    private TilesPair() {}

    /**
     * Computes a row of a strip and of the one behind it.
     *
     * @param panelStep elements from the panel of the first to that of the second
     */
    static void row(Strip s, int row, int panelStep) {
        float[] a = s.left;
        int aInner = s.leftInnerStep;
        float[] b = s.right;
        int bInner = s.rightInnerStep;
        float[] start = s.start;
        int from = s.startAt + row * s.startRowStep;
        int next = s.startsFromZero() ? from : from + 4 * LANES;
        FloatVector c0 = FloatVector.fromArray(SPECIES, start, from);
        FloatVector c1 = FloatVector.fromArray(SPECIES, start, from + LANES);
        FloatVector c2 = FloatVector.fromArray(SPECIES, start, from + 2 * LANES);
        FloatVector c3 = FloatVector.fromArray(SPECIES, start, from + 3 * LANES);
        FloatVector d0 = FloatVector.fromArray(SPECIES, start, next);
        FloatVector d1 = FloatVector.fromArray(SPECIES, start, next + LANES);
        FloatVector d2 = FloatVector.fromArray(SPECIES, start, next + 2 * LANES);
        FloatVector d3 = FloatVector.fromArray(SPECIES, start, next + 3 * LANES);
        int left = s.leftAt + row * s.leftRowStep;
        int first = s.rightAt;
        int second = first + panelStep;
        for (int k = s.inner; k > 0; k--) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[left]);
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, first);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, first + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, first + 2 * LANES);
            FloatVector b3 = FloatVector.fromArray(SPECIES, b, first + 3 * LANES);
            c0 = FUSED ? x.fma(b0, c0) : x.mul(b0).add(c0);
            c1 = FUSED ? x.fma(b1, c1) : x.mul(b1).add(c1);
            c2 = FUSED ? x.fma(b2, c2) : x.mul(b2).add(c2);
            c3 = FUSED ? x.fma(b3, c3) : x.mul(b3).add(c3);
            FloatVector b4 = FloatVector.fromArray(SPECIES, b, second);
            FloatVector b5 = FloatVector.fromArray(SPECIES, b, second + LANES);
            FloatVector b6 = FloatVector.fromArray(SPECIES, b, second + 2 * LANES);
            FloatVector b7 = FloatVector.fromArray(SPECIES, b, second + 3 * LANES);
            d0 = FUSED ? x.fma(b4, d0) : x.mul(b4).add(d0);
            d1 = FUSED ? x.fma(b5, d1) : x.mul(b5).add(d1);
            d2 = FUSED ? x.fma(b6, d2) : x.mul(b6).add(d2);
            d3 = FUSED ? x.fma(b7, d3) : x.mul(b7).add(d3);
            left += aInner;
            first += bInner;
            second += bInner;
        }
        float[] result = s.result;
        int to = s.resultAt + row * s.resultRowStep;
        c0.intoArray(result, to);
        c1.intoArray(result, to + LANES);
        c2.intoArray(result, to + 2 * LANES);
        c3.intoArray(result, to + 3 * LANES);
        d0.intoArray(result, to + 4 * LANES);
        d1.intoArray(result, to + 5 * LANES);
        d2.intoArray(result, to + 6 * LANES);
        d3.intoArray(result, to + 7 * LANES);
    }
}

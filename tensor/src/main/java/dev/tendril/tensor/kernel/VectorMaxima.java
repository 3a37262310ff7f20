package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.VectorFunctions.LANES;
import static dev.tendril.tensor.kernel.VectorFunctions.load;
import static dev.tendril.tensor.kernel.VectorFunctions.splat;
import static dev.tendril.tensor.kernel.VectorFunctions.start;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Maxima of a row on vectors: exact in any order, so that the last vector may overlap the one before. */
final class VectorMaxima {
    private static final int ACROSS = 4; // independent maxima, since each waits for the one before

    private VectorMaxima() {}

    /** Of at least one vector of columns. */
    static float max(Strided x, int row, int count) {
        float[] xs = x.floats();
        int at = x.row(row);
        int last = count - LANES;
        FloatVector first = load(xs, at + last);
        FloatVector second = first;
        FloatVector third = first;
        FloatVector fourth = first;
        int i = 0;
        for (; i <= count - ACROSS * LANES; i += ACROSS * LANES) {
            first = first.max(load(xs, at + i));
            second = second.max(load(xs, at + i + LANES));
            third = third.max(load(xs, at + i + 2 * LANES));
            fourth = fourth.max(load(xs, at + i + 3 * LANES));
        }
        for (; i < last; i += LANES) {
            first = first.max(load(xs, at + i));
        }
        return first.max(second).max(third.max(fourth)).reduceLanes(VectorOperators.MAX);
    }

    /** Of scale · x where the mask is not 0, of at least one vector of columns. */
    static float maskedMax(float scale, Strided x, Strided mask, int row, int count) {
        float[] xs = x.floats();
        float[] masks = mask.lanes();
        int xAt = x.row(row);
        int maskAt = start(mask, row);
        FloatVector largest = splat(Float.NEGATIVE_INFINITY);
        for (int i = 0; i < count; i += LANES) {
            int column = Math.min(i, count - LANES);
            FloatVector seen = load(masks, maskAt + column * mask.columnStep());
            FloatVector scaled = load(xs, xAt + column).mul(scale);
            largest = largest.blend(largest.max(scaled), seen.compare(VectorOperators.NE, 0f));
        }
        return largest.reduceLanes(VectorOperators.MAX);
    }
}

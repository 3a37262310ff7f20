package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.VectorFunctions.LANES;
import static dev.tendril.tensor.kernel.VectorFunctions.SPECIES;
import static dev.tendril.tensor.kernel.VectorFunctions.expOfNegative;
import static dev.tendril.tensor.kernel.VectorFunctions.fma;
import static dev.tendril.tensor.kernel.VectorFunctions.load;
import static dev.tendril.tensor.kernel.VectorFunctions.splat;
import static dev.tendril.tensor.kernel.VectorFunctions.start;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Maxima and partial sums over the whole blocks of a row on vectors. A vector narrower than {@link Blocks#LANES} takes several sweeps, one for each
 * group of partial sums, so that the bits do not depend on the machine's vectors. {@link ScalarFloatReductions} takes in what is
 * left.
 */
final class VectorReductions {
    private static final int ACROSS = 4; // independent maxima, since each waits for the one before

    private VectorReductions() {}

    static float max(Strided x, int row, int whole) {
        float[] xs = x.floats();
        int at = x.row(row);
        FloatVector first = splat(Float.NEGATIVE_INFINITY);
        FloatVector second = first;
        FloatVector third = first;
        FloatVector fourth = first;
        int i = 0;
        for (; i <= whole - ACROSS * LANES; i += ACROSS * LANES) {
            first = first.max(load(xs, at + i));
            second = second.max(load(xs, at + i + LANES));
            third = third.max(load(xs, at + i + 2 * LANES));
            fourth = fourth.max(load(xs, at + i + 3 * LANES));
        }
        for (; i < whole; i += LANES) {
            first = first.max(load(xs, at + i));
        }
        return first.max(second).max(third.max(fourth)).reduceLanes(VectorOperators.MAX); // exact in any order
    }

    static float maskedMax(float scale, Strided x, Strided mask, int row, int whole) {
        float[] xs = x.floats();
        float[] masks = mask.lanes();
        int maskStep = mask.columnStep();
        int xAt = x.row(row);
        int maskAt = start(mask, row);
        FloatVector lowest = splat(Float.NEGATIVE_INFINITY);
        FloatVector largest = lowest;
        for (int i = 0; i < whole; i += LANES) {
            FloatVector seen = load(masks, maskAt + i * maskStep);
            FloatVector scaled = load(xs, xAt + i).mul(scale);
            largest = largest.max(lowest.blend(scaled, seen.compare(VectorOperators.NE, 0f)));
        }
        return largest.reduceLanes(VectorOperators.MAX);
    }

    static void sum(float[] partial, Strided x, int row, int whole) {
        float[] xs = x.floats();
        int at = x.row(row);
        for (int group = 0; group < Blocks.LANES; group += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            for (int i = group; i < whole; i += Blocks.LANES) {
                lanes = lanes.add(load(xs, at + i));
            }
            lanes.intoArray(partial, group);
        }
    }

    static void dot(float[] partial, Strided a, Strided b, int row, int whole) {
        float[] as = a.floats();
        float[] bs = b.floats();
        int aAt = a.row(row);
        int bAt = b.row(row);
        for (int group = 0; group < Blocks.LANES; group += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            for (int i = group; i < whole; i += Blocks.LANES) {
                lanes = fma(load(as, aAt + i), load(bs, bAt + i), lanes);
            }
            lanes.intoArray(partial, group);
        }
    }

    static void squares(float[] partial, Strided x, float mean, int row, int whole) {
        float[] xs = x.floats();
        int at = x.row(row);
        for (int group = 0; group < Blocks.LANES; group += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            for (int i = group; i < whole; i += Blocks.LANES) {
                FloatVector centred = load(xs, at + i).sub(mean);
                lanes = fma(centred, centred, lanes);
            }
            lanes.intoArray(partial, group);
        }
    }

    static void dotCentred(float[] partial, Strided a, Strided b, Strided x, float mean, int row, int whole) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] xs = x.floats();
        int aAt = a.row(row);
        int bAt = b.row(row);
        int xAt = x.row(row);
        for (int group = 0; group < Blocks.LANES; group += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            for (int i = group; i < whole; i += Blocks.LANES) {
                FloatVector product = load(as, aAt + i).mul(load(bs, bAt + i));
                lanes = fma(product, load(xs, xAt + i).sub(mean), lanes);
            }
            lanes.intoArray(partial, group);
        }
    }

    static void exponentialSum(float[] partial, Strided x, float shift, int row, int whole) {
        float[] xs = x.floats();
        int at = x.row(row);
        for (int group = 0; group < Blocks.LANES; group += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            for (int i = group; i < whole; i += Blocks.LANES) {
                lanes = lanes.add(expOfNegative(load(xs, at + i).sub(shift)));
            }
            lanes.intoArray(partial, group);
        }
    }

    static void exponentials(float[] partial, Strided x, float shift, Strided y, int row, int whole) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        int xAt = x.row(row);
        int yAt = y.row(row);
        for (int group = 0; group < Blocks.LANES; group += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            for (int i = group; i < whole; i += Blocks.LANES) {
                FloatVector exponentials = expOfNegative(load(xs, xAt + i).sub(shift));
                exponentials.intoArray(ys, yAt + i);
                lanes = lanes.add(exponentials);
            }
            lanes.intoArray(partial, group);
        }
    }

    static void maskedExponentials(
            float[] partial, float scale, Strided x, Strided mask, float shift, Strided y, int row, int whole) {
        float[] xs = x.floats();
        float[] masks = mask.lanes();
        int maskStep = mask.columnStep();
        float[] ys = y.floats();
        int xAt = x.row(row);
        int maskAt = start(mask, row);
        int yAt = y.row(row);
        for (int group = 0; group < Blocks.LANES; group += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            for (int i = group; i < whole; i += Blocks.LANES) {
                FloatVector seen = load(masks, maskAt + i * maskStep);
                FloatVector exponentials =
                        expOfNegative(load(xs, xAt + i).mul(scale).sub(shift));
                exponentials = splat(0f).blend(exponentials, seen.compare(VectorOperators.NE, 0f));
                exponentials.intoArray(ys, yAt + i);
                lanes = lanes.add(exponentials);
            }
            lanes.intoArray(partial, group);
        }
    }
}

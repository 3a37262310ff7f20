package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.VectorFunctions.LANES;
import static dev.tendril.tensor.kernel.VectorFunctions.SPECIES;
import static dev.tendril.tensor.kernel.VectorFunctions.expOfNegative;
import static dev.tendril.tensor.kernel.VectorFunctions.fma;
import static dev.tendril.tensor.kernel.VectorFunctions.load;
import static dev.tendril.tensor.kernel.VectorFunctions.splat;
import static dev.tendril.tensor.kernel.VectorFunctions.start;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Sums over a row on vectors. A vector narrower than {@link Blocks#LANES} takes several sweeps, one for each group of partial sums, so
 * that the bits do not depend on the machine's vectors. What is left behind the whole blocks is copied into an operand's room and
 * computed there with zeros behind it, which change no sum.
 */
final class VectorSums {
    private VectorSums() {}

    static float sum(Strided x, int row, int count) {
        float[] xs = x.floats();
        int at = x.row(row);
        int whole = whole(count);
        float[] room = rest(xs, at, whole, count, x.room());
        for (int group = 0; group < Blocks.LANES; group += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            for (int i = group; i < whole; i += Blocks.LANES) {
                lanes = lanes.add(load(xs, at + i));
            }
            lanes.add(load(room, group)).intoArray(room, group);
        }
        return ScalarFloatLines.pairwise(room);
    }

    static float dot(Strided a, Strided b, int row, int count) {
        float[] as = a.floats();
        float[] bs = b.floats();
        int aAt = a.row(row);
        int bAt = b.row(row);
        int whole = whole(count);
        float[] aRest = rest(as, aAt, whole, count, a.room());
        float[] bRest = rest(bs, bAt, whole, count, b.room());
        for (int group = 0; group < Blocks.LANES; group += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            for (int i = group; i < whole; i += Blocks.LANES) {
                lanes = fma(load(as, aAt + i), load(bs, bAt + i), lanes);
            }
            fma(load(aRest, group), load(bRest, group), lanes).intoArray(aRest, group);
        }
        return ScalarFloatLines.pairwise(aRest);
    }

    static float squares(Strided x, float mean, int row, int count) {
        float[] xs = x.floats();
        int at = x.row(row);
        int whole = whole(count);
        float[] room = rest(xs, at, whole, count, x.room());
        Arrays.fill(room, count - whole, Blocks.LANES, mean);
        for (int group = 0; group < Blocks.LANES; group += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            for (int i = group; i < whole; i += Blocks.LANES) {
                FloatVector centred = load(xs, at + i).sub(mean);
                lanes = fma(centred, centred, lanes);
            }
            FloatVector centred = load(room, group).sub(mean);
            fma(centred, centred, lanes).intoArray(room, group);
        }
        return ScalarFloatLines.pairwise(room);
    }

    static float dotCentred(Strided a, Strided b, Strided x, float mean, int row, int count) {
        float[] as = a.floats();
        float[] bs = b.floats();
        float[] xs = x.floats();
        int aAt = a.row(row);
        int bAt = b.row(row);
        int xAt = x.row(row);
        int whole = whole(count);
        float[] aRest = rest(as, aAt, whole, count, a.room());
        float[] bRest = rest(bs, bAt, whole, count, b.room());
        float[] xRest = rest(xs, xAt, whole, count, x.room());
        for (int group = 0; group < Blocks.LANES; group += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            for (int i = group; i < whole; i += Blocks.LANES) {
                FloatVector product = load(as, aAt + i).mul(load(bs, bAt + i));
                lanes = fma(product, load(xs, xAt + i).sub(mean), lanes);
            }
            FloatVector product = load(aRest, group).mul(load(bRest, group));
            fma(product, load(xRest, group).sub(mean), lanes).intoArray(aRest, group);
        }
        return ScalarFloatLines.pairwise(aRest);
    }

    static float exponentialSum(Strided x, float shift, int row, int count) {
        float[] xs = x.floats();
        int at = x.row(row);
        int whole = whole(count);
        float[] room = exponentialRest(xs, at, whole, count, shift, x.room());
        for (int group = 0; group < Blocks.LANES; group += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            for (int i = group; i < whole; i += Blocks.LANES) {
                lanes = lanes.add(expOfNegative(load(xs, at + i).sub(shift)));
            }
            lanes.add(load(room, group)).intoArray(room, group);
        }
        return ScalarFloatLines.pairwise(room);
    }

    static float exponentials(Strided x, float shift, Strided y, int row, int count) {
        float[] xs = x.floats();
        float[] ys = y.floats();
        int xAt = x.row(row);
        int yAt = y.row(row);
        int whole = whole(count);
        float[] room = exponentialRest(xs, xAt, whole, count, shift, x.room());
        System.arraycopy(room, 0, ys, yAt + whole, count - whole);
        for (int group = 0; group < Blocks.LANES; group += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            for (int i = group; i < whole; i += Blocks.LANES) {
                FloatVector exponentials = expOfNegative(load(xs, xAt + i).sub(shift));
                exponentials.intoArray(ys, yAt + i);
                lanes = lanes.add(exponentials);
            }
            lanes.add(load(room, group)).intoArray(room, group);
        }
        return ScalarFloatLines.pairwise(room);
    }

    static float maskedExponentials(float scale, Strided x, Strided mask, float shift, Strided y, int row, int count) {
        float[] xs = x.floats();
        float[] masks = mask.lanes();
        float[] ys = y.floats();
        int xAt = x.row(row);
        int maskAt = start(mask, row);
        int yAt = y.row(row);
        int whole = whole(count);
        float[] room = maskedRest(scale, x, mask, shift, row, count);
        System.arraycopy(room, 0, ys, yAt + whole, count - whole);
        for (int group = 0; group < Blocks.LANES; group += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            for (int i = group; i < whole; i += Blocks.LANES) {
                FloatVector seen = load(masks, maskAt + i * mask.columnStep());
                FloatVector exponentials = masked(load(xs, xAt + i), seen, scale, shift);
                exponentials.intoArray(ys, yAt + i);
                lanes = lanes.add(exponentials);
            }
            lanes.add(load(room, group)).intoArray(room, group);
        }
        return ScalarFloatLines.pairwise(room);
    }

    /** Columns in whole blocks of partial sums. */
    private static int whole(int count) {
        return count - count % Blocks.LANES;
    }

    /** Copies what is left behind the whole blocks, and zeros behind it. */
    private static float[] rest(float[] array, int at, int whole, int count, float[] room) {
        System.arraycopy(array, at + whole, room, 0, count - whole);
        Arrays.fill(room, count - whole, Blocks.LANES, 0f);
        return room;
    }

    private static float[] exponentialRest(float[] xs, int at, int whole, int count, float shift, float[] room) {
        rest(xs, at, whole, count, room);
        for (int group = 0; group < Blocks.LANES; group += LANES) {
            expOfNegative(load(room, group).sub(shift)).intoArray(room, group);
        }
        Arrays.fill(room, count - whole, Blocks.LANES, 0f);
        return room;
    }

    private static float[] maskedRest(float scale, Strided x, Strided mask, float shift, int row, int count) {
        int whole = whole(count);
        float[] room = rest(x.floats(), x.row(row), whole, count, x.room());
        float[] seen = mask.room(); // full of the one element, or to be filled
        if (mask.columnStep() == 1) {
            rest(mask.floats(), mask.row(row), whole, count, seen);
        }
        for (int group = 0; group < Blocks.LANES; group += LANES) {
            masked(load(room, group), load(seen, group), scale, shift).intoArray(room, group);
        }
        Arrays.fill(room, count - whole, Blocks.LANES, 0f);
        return room;
    }

    private static FloatVector masked(FloatVector x, FloatVector mask, float scale, float shift) {
        FloatVector exponentials = expOfNegative(x.mul(scale).sub(shift));
        return splat(0f).blend(exponentials, mask.compare(VectorOperators.NE, 0f));
    }
}

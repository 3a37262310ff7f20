package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.VectorFunctions.LANES;
import static dev.tendril.tensor.kernel.VectorFunctions.SPECIES;
import static dev.tendril.tensor.kernel.VectorFunctions.load;
import static dev.tendril.tensor.kernel.VectorFunctions.splat;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Lines on vectors. A vector narrower than {@link Blocks#LANES} takes several sweeps, one for each group of partial sums, so that
 * the bits do not depend on the machine's vectors.
 */
final class VectorLines implements Lines {
    @Override
    public double max(Span x, int count) {
        float[] array = x.floats();
        int at = x.at();
        float largest = Float.NEGATIVE_INFINITY;
        int i = 0;
        if (count >= LANES) {
            FloatVector lanes = load(array, at);
            for (i = LANES; i <= count - LANES; i += LANES) {
                lanes = lanes.max(load(array, at + i));
            }
            largest = lanes.reduceLanes(VectorOperators.MAX); // exact in any order
        }
        for (; i < count; i++) {
            largest = Math.max(largest, array[at + i]);
        }
        return largest;
    }

    @Override
    public double sum(Span x, int count) {
        float[] array = x.floats();
        int at = x.at();
        float[] partial = new float[Blocks.LANES];
        int whole = count - count % Blocks.LANES;
        for (int group = 0; group < Blocks.LANES; group += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            for (int i = group; i < whole; i += Blocks.LANES) {
                lanes = lanes.add(load(array, at + i));
            }
            lanes.intoArray(partial, group);
        }
        for (int i = whole; i < count; i++) {
            partial[i - whole] += array[at + i];
        }
        return ScalarFloatLines.pairwise(partial);
    }

    @Override
    public double dot(Span a, Span b, int count) {
        float[] left = a.floats();
        float[] right = b.floats();
        int l = a.at();
        int r = b.at();
        float[] partial = new float[Blocks.LANES];
        int whole = count - count % Blocks.LANES;
        for (int group = 0; group < Blocks.LANES; group += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            for (int i = group; i < whole; i += Blocks.LANES) {
                lanes = VectorFunctions.fma(load(left, l + i), load(right, r + i), lanes);
            }
            lanes.intoArray(partial, group);
        }
        for (int i = whole; i < count; i++) {
            partial[i - whole] = Fma.of(left[l + i], right[r + i], partial[i - whole]);
        }
        return ScalarFloatLines.pairwise(partial);
    }

    @Override
    public void expShifted(Span x, double shift, Span y, int count) {
        float[] from = x.floats();
        float[] to = y.floats();
        int in = x.at();
        int out = y.at();
        float offset = (float) shift;
        FloatVector offsets = splat(offset);
        int i = 0;
        for (; i <= count - LANES; i += LANES) {
            VectorFunctions.exp(load(from, in + i).sub(offsets)).intoArray(to, out + i);
        }
        for (; i < count; i++) {
            to[out + i] = FloatFunctions.exp(from[in + i] - offset);
        }
    }
}

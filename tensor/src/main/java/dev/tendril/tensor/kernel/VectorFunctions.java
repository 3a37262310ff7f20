package dev.tendril.tensor.kernel;

import static dev.tendril.tensor.kernel.FloatFunctions.EXP_0;
import static dev.tendril.tensor.kernel.FloatFunctions.EXP_1;
import static dev.tendril.tensor.kernel.FloatFunctions.EXP_2;
import static dev.tendril.tensor.kernel.FloatFunctions.EXP_3;
import static dev.tendril.tensor.kernel.FloatFunctions.EXP_4;
import static dev.tendril.tensor.kernel.FloatFunctions.LOG2_E;
import static dev.tendril.tensor.kernel.FloatFunctions.ONE_BITS;
import static dev.tendril.tensor.kernel.FloatFunctions.ROUNDER;
import static dev.tendril.tensor.kernel.FloatFunctions.ROUNDER_BITS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link FloatFunctions} on vectors: the same operations in the same order. */
final class VectorFunctions {
    /** As wide as the machine's vectors, at most {@link Blocks#LANES} lanes. */
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() > Blocks.LANES
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;

    static final int LANES = SPECIES.length();

    private VectorFunctions() {}

    static FloatVector load(float[] array, int at) {
        return FloatVector.fromArray(SPECIES, array, at);
    }

    /** Where the whole vectors of a range end. */
    static int whole(int from, int to) {
        return to - (to - from) % LANES;
    }

    /** Where the vectors of a row start in {@link Strided#lanes}. An element that is repeated is written out first. */
    static int start(Strided operand, int row) {
        if (operand.columnStep() == 1) {
            return operand.row(row);
        }
        splat(operand.floats()[operand.row(row)]).intoArray(operand.lanes(), 0);
        return 0;
    }

    static FloatVector splat(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    /** a · b + c. */
    static FloatVector fma(FloatVector a, FloatVector b, FloatVector c) {
        return Fma.FUSED ? a.fma(b, c) : a.mul(b).add(c);
    }

    static FloatVector exp(FloatVector x) {
        FloatVector shifted = fma(x, splat(LOG2_E), splat(ROUNDER));
        IntVector n = shifted.reinterpretAsInts().sub(ROUNDER_BITS);
        IntVector half = n.lanewise(VectorOperators.ASHR, 1);
        FloatVector y = power(shifted, x).mul(powerOfTwo(half)).mul(powerOfTwo(n.sub(half)));
        VectorMask<Float> infinite = x.compare(VectorOperators.GT, FloatFunctions.EXP_HIGHEST);
        return y.blend(0f, x.compare(VectorOperators.LT, FloatFunctions.EXP_LOWEST))
                .blend(Float.POSITIVE_INFINITY, infinite);
    }

    static FloatVector expOfNegative(FloatVector x) {
        FloatVector shifted = fma(x, splat(LOG2_E), splat(ROUNDER));
        IntVector exponent = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
        FloatVector y = power(shifted, x).reinterpretAsInts().add(exponent).reinterpretAsFloats();
        return y.blend(0f, x.compare(VectorOperators.LT, FloatFunctions.EXP_NORMAL));
    }

    static FloatVector log(FloatVector x) {
        VectorMask<Float> subnormal = x.compare(VectorOperators.LT, Float.MIN_NORMAL);
        IntVector bits =
                x.blend(x.mul(FloatFunctions.SUBNORMAL_SCALE), subnormal).reinterpretAsInts();
        IntVector exponent = bits.sub(FloatFunctions.HALF_ROOT_BITS).lanewise(VectorOperators.ASHR, 23);
        FloatVector n = exponent.add(ROUNDER_BITS).reinterpretAsFloats().sub(ROUNDER);
        n = n.blend(n.sub(FloatFunctions.SUBNORMAL_SHIFT), subnormal);
        FloatVector f = bits.sub(exponent.lanewise(VectorOperators.LSHL, 23))
                .reinterpretAsFloats()
                .sub(1f);
        FloatVector rest = fma(n, splat(FloatFunctions.LN2_LOW), f.mul(f).mul(fma(logRemainder(f), f, splat(-0.5f))));
        FloatVector y = fma(n, splat(FloatFunctions.LN2_HIGH), f.add(rest));
        return x.blend(y, x.compare(VectorOperators.LT, Float.POSITIVE_INFINITY))
                .blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0f))
                .blend(Float.NaN, x.compare(VectorOperators.LT, 0f));
    }

    static FloatVector sigmoid(FloatVector x) {
        FloatVector e = expOfNegative(x.abs().neg());
        return e.blend(1f, x.compare(VectorOperators.GE, 0f)).div(e.add(1f));
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector shifted = fma(x, splat(2 * LOG2_E), splat(ROUNDER));
        FloatVector r = fma(shifted.sub(ROUNDER), splat(-FloatFunctions.HALF_LN2), x);
        FloatVector q = fma(splat(32 * EXP_4), r, splat(16 * EXP_3));
        q = fma(q, r, splat(8 * EXP_2));
        q = fma(q, r, splat(4 * EXP_1));
        q = fma(q, r, splat(2 * EXP_0));
        FloatVector scale = powerOfTwo(shifted.reinterpretAsInts());
        FloatVector h = fma(fma(q, r.mul(r), r), scale, fma(scale, splat(0.5f), splat(-0.5f)));
        return h.div(h.add(1f))
                .blend(1f, x.compare(VectorOperators.GT, FloatFunctions.TANH_BOUND))
                .blend(-1f, x.compare(VectorOperators.LT, -FloatFunctions.TANH_BOUND));
    }

    private static FloatVector power(FloatVector shifted, FloatVector x) {
        FloatVector whole = shifted.sub(ROUNDER);
        FloatVector r = fma(whole, splat(-FloatFunctions.LN2_LOW), fma(whole, splat(-FloatFunctions.LN2_HIGH), x));
        FloatVector q = fma(splat(EXP_4), r, splat(EXP_3));
        q = fma(q, r, splat(EXP_2));
        q = fma(q, r, splat(EXP_1));
        q = fma(q, r, splat(EXP_0));
        return fma(q, r.mul(r), r).add(1f);
    }

    private static FloatVector logRemainder(FloatVector f) {
        FloatVector r = fma(splat(FloatFunctions.LOG_6), f, splat(FloatFunctions.LOG_5));
        r = fma(r, f, splat(FloatFunctions.LOG_4));
        r = fma(r, f, splat(FloatFunctions.LOG_3));
        r = fma(r, f, splat(FloatFunctions.LOG_2));
        r = fma(r, f, splat(FloatFunctions.LOG_1));
        return fma(r, f, splat(FloatFunctions.LOG_0));
    }

    private static FloatVector powerOfTwo(IntVector n) {
        return n.lanewise(VectorOperators.LSHL, 23).add(ONE_BITS).reinterpretAsFloats();
    }
}

package dev.tendril.tensor.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
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

    static FloatVector splat(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    /** a · b + c. */
    static FloatVector fma(FloatVector a, FloatVector b, FloatVector c) {
        return Fma.FUSED ? a.fma(b, c) : a.mul(b).add(c);
    }

    static FloatVector exp(FloatVector x) {
        FloatVector bounded = x.min(FloatFunctions.EXP_HIGHEST).max(FloatFunctions.EXP_LOWEST);
        FloatVector shifted = fma(bounded, splat(FloatFunctions.LOG2_E), splat(FloatFunctions.ROUNDER));
        FloatVector whole = shifted.sub(FloatFunctions.ROUNDER);
        FloatVector power = expMinusOne(remainder(whole, bounded)).add(1f);
        IntVector n = shifted.reinterpretAsInts().sub(FloatFunctions.ROUNDER_BITS);
        IntVector half = n.lanewise(VectorOperators.ASHR, 1);
        return power.mul(powerOfTwo(half)).mul(powerOfTwo(n.sub(half)));
    }

    static FloatVector sigmoid(FloatVector x) {
        return splat(1f).div(exp(x.neg()).add(1f));
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector bounded = x.min(FloatFunctions.TANH_BOUND).max(-FloatFunctions.TANH_BOUND);
        FloatVector twice = bounded.add(bounded);
        FloatVector shifted = fma(twice, splat(FloatFunctions.LOG2_E), splat(FloatFunctions.ROUNDER));
        FloatVector whole = shifted.sub(FloatFunctions.ROUNDER);
        FloatVector scale = powerOfTwo(shifted.reinterpretAsInts().sub(FloatFunctions.ROUNDER_BITS));
        FloatVector numerator = fma(expMinusOne(remainder(whole, twice)), scale, scale.sub(1f));
        return numerator.div(numerator.add(2f));
    }

    private static FloatVector remainder(FloatVector whole, FloatVector x) {
        return fma(whole, splat(-FloatFunctions.LN2_LOW), fma(whole, splat(-FloatFunctions.LN2_HIGH), x));
    }

    private static FloatVector expMinusOne(FloatVector r) {
        FloatVector q = fma(splat(FloatFunctions.Q4), r, splat(FloatFunctions.Q3));
        q = fma(q, r, splat(FloatFunctions.Q2));
        q = fma(q, r, splat(FloatFunctions.Q1));
        q = fma(q, r, splat(FloatFunctions.Q0));
        return fma(q, r.mul(r), r);
    }

    private static FloatVector powerOfTwo(IntVector n) {
        return n.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    }
}

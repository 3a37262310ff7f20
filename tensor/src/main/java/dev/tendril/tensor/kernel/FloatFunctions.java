package dev.tendril.tensor.kernel;

/**
 * Transcendental functions in float32, one number at a time; {@link VectorFunctions} does the same operations in the same order
 * on vectors, so that both give the same bits.
 *
 * <p>The exponential reduces x = n ln 2 + r, |r| ≤ ½ ln 2 (Cody and Waite 1980: ln 2 in two parts), and takes
 * eʳ − 1 = r + r² q(r) with q of degree 4, fitted here to the least largest relative error (Lawson's weighted least squares,
 * 3·10⁻⁹). Errors against float64: exp 1.2·10⁻⁷ relative; sigmoid and tanh 2·10⁻⁷ absolute.
 */
final class FloatFunctions {
    static final float LOG2_E = 1.442695f;
    static final float LN2_HIGH = 0.6933594f; // 9 significant bits: n · LN2_HIGH is exact
    static final float LN2_LOW = -0.00021219444f;
    static final float ROUNDER = 12582912f; // 1.5 · 2²³: adding it rounds to the nearest whole number
    static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);
    static final float EXP_LOWEST = -104f; // below, eˣ rounds to 0
    static final float EXP_HIGHEST = 89f; // above, eˣ is infinite
    static final float TANH_BOUND = 10f; // beyond, tanh rounds to ±1

    static final float Q0 = 0.49999994f;
    static final float Q1 = 0.16666521f;
    static final float Q2 = 0.04166839f;
    static final float Q3 = 0.0083687175f;
    static final float Q4 = 0.001381459f;

    private FloatFunctions() {}

    static float exp(float x) {
        float bounded = Math.max(Math.min(x, EXP_HIGHEST), EXP_LOWEST);
        float shifted = Fma.of(bounded, LOG2_E, ROUNDER);
        float whole = shifted - ROUNDER;
        float power = expMinusOne(remainder(whole, bounded)) + 1f;
        int n = Float.floatToRawIntBits(shifted) - ROUNDER_BITS;
        int half = n >> 1; // two factors, so that neither leaves the range of normal numbers
        return power * powerOfTwo(half) * powerOfTwo(n - half);
    }

    static float sigmoid(float x) {
        return 1f / (exp(-x) + 1f);
    }

    /** (e²ˣ − 1) / (e²ˣ + 1), where e²ˣ − 1 = 2ⁿ (eʳ − 1) + (2ⁿ − 1) loses nothing near 0. */
    static float tanh(float x) {
        float bounded = Math.max(Math.min(x, TANH_BOUND), -TANH_BOUND);
        float twice = bounded + bounded;
        float shifted = Fma.of(twice, LOG2_E, ROUNDER);
        float whole = shifted - ROUNDER;
        float scale = powerOfTwo(Float.floatToRawIntBits(shifted) - ROUNDER_BITS);
        float numerator = Fma.of(expMinusOne(remainder(whole, twice)), scale, scale - 1f);
        return numerator / (numerator + 2f);
    }

    private static float remainder(float whole, float x) {
        return Fma.of(whole, -LN2_LOW, Fma.of(whole, -LN2_HIGH, x));
    }

    private static float expMinusOne(float r) {
        float q = Fma.of(Q4, r, Q3);
        q = Fma.of(q, r, Q2);
        q = Fma.of(q, r, Q1);
        q = Fma.of(q, r, Q0);
        return Fma.of(q, r * r, r);
    }

    private static float powerOfTwo(int n) {
        return Float.intBitsToFloat((n + 127) << 23);
    }
}

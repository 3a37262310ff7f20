package dev.tendril.tensor.kernel;

/**
 * Transcendental functions in float32, one number at a time; {@link VectorFunctions} does the same operations in the same order
 * on vectors, so that both give the same bits. Numbers beyond the range of a formula are put right at its end: a comparison and a
 * choice are cheaper on vectors than a minimum that knows NaN.
 *
 * <p>The exponential reduces x = n ln 2 + r, |r| ≤ ½ ln 2 (Cody and Waite 1980: ln 2 in two parts), and takes
 * eʳ − 1 = r + r² q(r) with q of degree 4. The logarithm reduces x = 2ⁿ (1 + f), ½√2 ≤ 1 + f &lt; √2, and takes
 * ln(1 + f) = f − ½f² + f³ r(f) with r of degree 6. Both polynomials were fitted here to the least largest relative error (Lawson's
 * weighted least squares: 3·10⁻⁹ and 3·10⁻⁸). The hyperbolic tangent is h / (h + 1), h = ½(e²ˣ − 1). Errors against float64: exp and
 * log 1.2·10⁻⁷ and sigmoid 2.5·10⁻⁷ relative; sigmoid 10⁻⁷ and tanh 2·10⁻⁷ absolute.
 */
final class FloatFunctions {
    static final float LOG2_E = 1.442695f;
    static final float LN2_HIGH = 0.6933594f; // 9 significant bits: n · LN2_HIGH is exact
    static final float LN2_LOW = -0.00021219444f;
    static final float ROUNDER = 12582912f; // 1.5 · 2²³: adding it rounds to the nearest whole number
    static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);
    static final int ONE_BITS = Float.floatToRawIntBits(1f);
    static final float EXP_LOWEST = -104f; // below, eˣ rounds to 0
    static final float EXP_HIGHEST = 88.8f; // above, eˣ is infinite
    static final float EXP_NORMAL = -87.3f; // below, eˣ is not a normal number

    static final float EXP_0 = 0.49999994f;
    static final float EXP_1 = 0.16666521f;
    static final float EXP_2 = 0.04166839f;
    static final float EXP_3 = 0.0083687175f;
    static final float EXP_4 = 0.001381459f;

    static final int HALF_ROOT_BITS = Float.floatToRawIntBits(0.70710677f); // ½√2
    static final float SUBNORMAL_SCALE = 0x1p25f;
    static final float SUBNORMAL_SHIFT = 25f;

    static final float LOG_0 = 0.33333912f;
    static final float LOG_1 = -0.25001335f;
    static final float LOG_2 = 0.1996304f;
    static final float LOG_3 = -0.16577631f;
    static final float LOG_4 = 0.14915074f;
    static final float LOG_5 = -0.14267178f;
    static final float LOG_6 = 0.0869913f;

    static final float TANH_BOUND = 9.02f; // beyond, tanh rounds to ±1
    static final float HALF_LN2 = 0.3465736f;

    private FloatFunctions() {}

    static float exp(float x) {
        float shifted = Fma.of(x, LOG2_E, ROUNDER);
        float power = power(shifted, x);
        int n = Float.floatToRawIntBits(shifted) - ROUNDER_BITS;
        int half = n >> 1; // two factors, so that neither leaves the range of normal numbers
        float y = power * powerOfTwo(half) * powerOfTwo(n - half);
        return x > EXP_HIGHEST ? Float.POSITIVE_INFINITY : x < EXP_LOWEST ? 0f : y;
    }

    /** eˣ for x ≤ 0; 0 where that is not a normal number. */
    static float expOfNegative(float x) {
        float shifted = Fma.of(x, LOG2_E, ROUNDER);
        int exponent = Float.floatToRawIntBits(shifted) << 23; // n: the rounder's own bits fall out
        float y = Float.intBitsToFloat(Float.floatToRawIntBits(power(shifted, x)) + exponent);
        return x < EXP_NORMAL ? 0f : y;
    }

    static float log(float x) {
        boolean subnormal = x < Float.MIN_NORMAL;
        int bits = Float.floatToRawIntBits(subnormal ? x * SUBNORMAL_SCALE : x);
        int exponent = (bits - HALF_ROOT_BITS) >> 23;
        float n = Float.intBitsToFloat(exponent + ROUNDER_BITS) - ROUNDER;
        n = subnormal ? n - SUBNORMAL_SHIFT : n;
        float f = Float.intBitsToFloat(bits - (exponent << 23)) - 1f;
        float rest = Fma.of(n, LN2_LOW, f * f * Fma.of(logRemainder(f), f, -0.5f));
        float y = Fma.of(n, LN2_HIGH, f + rest);
        float finite = x < Float.POSITIVE_INFINITY ? y : x;
        return x < 0 ? Float.NaN : x == 0 ? Float.NEGATIVE_INFINITY : finite;
    }

    /** 1 / (1 + e⁻ˣ), or eˣ / (1 + eˣ) for negative x: neither overflows. */
    static float sigmoid(float x) {
        float e = expOfNegative(-Math.abs(x));
        return (x >= 0 ? 1f : e) / (e + 1f);
    }

    /**
     * h / (h + 1) with h = ½(e²ˣ − 1) = 2ⁿ (½(e²ʳ − 1)) + ½(2ⁿ − 1), which loses nothing near 0. Here x = ½n ln 2 + r; the
     * polynomial is that of the exponential at 2r, halved: its coefficients times powers of two.
     */
    static float tanh(float x) {
        float shifted = Fma.of(x, 2 * LOG2_E, ROUNDER);
        float r = Fma.of(shifted - ROUNDER, -HALF_LN2, x);
        float q = Fma.of(32 * EXP_4, r, 16 * EXP_3);
        q = Fma.of(q, r, 8 * EXP_2);
        q = Fma.of(q, r, 4 * EXP_1);
        q = Fma.of(q, r, 2 * EXP_0);
        float scale = powerOfTwo(Float.floatToRawIntBits(shifted));
        float h = Fma.of(Fma.of(q, r * r, r), scale, Fma.of(scale, 0.5f, -0.5f));
        float y = h / (h + 1f);
        return x > TANH_BOUND ? 1f : x < -TANH_BOUND ? -1f : y;
    }

    /** e^(x − n ln 2), where n is the whole number that {@code shifted} holds. */
    private static float power(float shifted, float x) {
        float whole = shifted - ROUNDER;
        float r = Fma.of(whole, -LN2_LOW, Fma.of(whole, -LN2_HIGH, x));
        float q = Fma.of(EXP_4, r, EXP_3);
        q = Fma.of(q, r, EXP_2);
        q = Fma.of(q, r, EXP_1);
        q = Fma.of(q, r, EXP_0);
        return Fma.of(q, r * r, r) + 1f;
    }

    private static float logRemainder(float f) {
        float r = Fma.of(LOG_6, f, LOG_5);
        r = Fma.of(r, f, LOG_4);
        r = Fma.of(r, f, LOG_3);
        r = Fma.of(r, f, LOG_2);
        r = Fma.of(r, f, LOG_1);
        return Fma.of(r, f, LOG_0);
    }

    /** 2ⁿ of the lowest nine bits of n. */
    private static float powerOfTwo(int n) {
        return Float.intBitsToFloat((n << 23) + ONE_BITS);
    }
}

package dev.tendril.tensor.kernel;

/**
 * Multiply-add, fused where the processor has it. {@link Math#fma} without hardware goes through {@code BigDecimal}, thousands of
 * times slower, so it is timed once; without it every kernel multiplies and adds, with two roundings.
 */
final class Fma {
    private static final int ROUNDS = 20;
    private static final int CALLS = 64;
    private static final double SLOW_NANOSECONDS = 100; // fused: below 10 even when interpreted; emulated: above 280

    /** Whether the processor fuses. */
    static final boolean FUSED = nanosecondsPerCall() < SLOW_NANOSECONDS;

    private Fma() {}

    /** a · b + c. */
    static float of(float a, float b, float c) {
        return FUSED ? Math.fma(a, b, c) : a * b + c;
    }

    private static double nanosecondsPerCall() {
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            float value = 1;
            for (int call = 0; call < CALLS; call++) {
                value = Math.fma(value, 0.99f, 0.5f);
            }
            double each = (double) (System.nanoTime() - start) / CALLS;
            if (value > 0) { // always; keeps the loop alive
                best = Math.min(best, each);
            }
        }
        return best;
    }
}

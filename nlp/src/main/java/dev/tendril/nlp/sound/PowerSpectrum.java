package dev.tendril.nlp.sound;

/**
 * The power spectrum of a frame of W samples, N the next power of two:
 * <pre>
 *   P[k] = |Σ_n w[n] x[n] e^(−2πikn/N)|²,   k = 0 … N/2
 *   w[n] = ½ − ½ cos(2πn/W),                n = 0 … W − 1     (von Hann, periodic; Harris 1978)
 * </pre>
 */
final class PowerSpectrum {
    private final double[] taper;
    private final double[] frame;
    private final double[] re;
    private final double[] im;
    private final RealFourier fourier;

    /** For frames of so many samples. */
    PowerSpectrum(int window) {
        taper = new double[window];
        for (int n = 0; n < window; n++) {
            taper[n] = 0.5 - 0.5 * Math.cos(2 * Math.PI * n / window);
        }
        int size = size(window);
        frame = new double[size];
        re = new double[size / 2 + 1];
        im = new double[size / 2 + 1];
        fourier = new RealFourier(size);
    }

    /** Numbers that a frame of so many samples is transformed with: the next power of two, at least 2. */
    static int size(int window) {
        return window <= 2 ? 2 : 2 * Integer.highestOneBit(window - 1);
    }

    /**
     * Computes it.
     *
     * @param samples of a recording; behind them is silence
     * @param start of the frame among them
     * @param power filled with the result, [N/2 + 1]
     */
    void of(double[] samples, int start, double[] power) {
        for (int n = 0; n < taper.length; n++) {
            frame[n] = start + n < samples.length ? taper[n] * samples[start + n] : 0;
        }
        fourier.transform(frame, re, im);
        for (int k = 0; k < power.length; k++) {
            power[k] = re[k] * re[k] + im[k] * im[k];
        }
    }
}

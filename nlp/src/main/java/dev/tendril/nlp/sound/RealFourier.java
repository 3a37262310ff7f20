package dev.tendril.nlp.sound;

/**
 * The discrete Fourier transform of N real numbers, N a power of two:
 * <pre>
 *   X[k] = Σ_n x[n] ω^(kn),  ω = e^(−2πi/N),  k = 0 … N/2
 * </pre>
 * The even numbers are taken for real, the odd ones for imaginary parts of N/2 complex numbers z, whose transform Z is taken apart
 * (Sorensen et al. 1987, "Real-valued fast Fourier transform algorithms"):
 * <pre>
 *   E[k] = (Z[k] + Z*[N/2 − k]) / 2       transform of the even numbers
 *   O[k] = (Z[k] − Z*[N/2 − k]) / 2i      transform of the odd numbers
 *   X[k] = E[k] + ω^k O[k]
 * </pre>
 */
final class RealFourier {
    private final int half;
    private final Roots roots;
    private final Fourier fourier;
    private final double[] real;
    private final double[] imaginary;

    /** For so many numbers: a power of two, at least 2. */
    RealFourier(int size) {
        half = size / 2;
        roots = new Roots(size);
        fourier = new Fourier(half);
        real = new double[half];
        imaginary = new double[half];
    }

    /**
     * Transforms numbers.
     *
     * @param x [N]
     * @param re real parts of the result, [N/2 + 1]
     * @param im imaginary parts of the result, [N/2 + 1]
     */
    void transform(double[] x, double[] re, double[] im) {
        for (int k = 0; k < half; k++) {
            real[k] = x[2 * k];
            imaginary[k] = x[2 * k + 1];
        }
        fourier.transform(real, imaginary);
        for (int k = 0; k <= half; k++) {
            int here = k % half;
            int mirror = (half - k) % half;
            double evenRe = (real[here] + real[mirror]) / 2;
            double evenIm = (imaginary[here] - imaginary[mirror]) / 2;
            double oddRe = (imaginary[here] + imaginary[mirror]) / 2;
            double oddIm = (real[mirror] - real[here]) / 2;
            re[k] = evenRe + roots.re(k) * oddRe - roots.im(k) * oddIm;
            im[k] = evenIm + roots.re(k) * oddIm + roots.im(k) * oddRe;
        }
    }
}

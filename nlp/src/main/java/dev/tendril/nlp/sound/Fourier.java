package dev.tendril.nlp.sound;

/**
 * The discrete Fourier transform Z[k] = Σ_n z[n] e^(−2πikn/N) of N complex numbers, N a power of two, in place: decimation in time
 * (Cooley and Tukey 1965). The numbers are ordered by their reversed bits; then, for widths of 2, 4, … N, the transforms E and O of
 * half the width become one of the whole width W:
 * <pre>
 *   Z[k] = E[k] + ω^k O[k],  Z[k + W/2] = E[k] − ω^k O[k],  ω = e^(−2πi/W)
 * </pre>
 */
final class Fourier {
    private final int size;
    private final Roots roots;

    /** For so many numbers: a power of two. */
    Fourier(int size) {
        this.size = size;
        this.roots = new Roots(size);
    }

    /** Replaces numbers by their transform. */
    void transform(double[] re, double[] im) {
        order(re);
        order(im);
        for (int width = 2; width <= size; width *= 2) {
            for (int start = 0; start < size; start += width) {
                join(re, im, start, width);
            }
        }
    }

    private void order(double[] numbers) {
        int unused = Integer.numberOfLeadingZeros(size) + 1;
        for (int i = 0; i < size; i++) {
            int reversed = Integer.reverse(i) >>> unused;
            if (i < reversed) {
                double kept = numbers[i];
                numbers[i] = numbers[reversed];
                numbers[reversed] = kept;
            }
        }
    }

    private void join(double[] re, double[] im, int start, int width) {
        int half = width / 2;
        int stride = size / width;
        for (int k = 0; k < half; k++) {
            int even = start + k;
            int odd = even + half;
            double rootRe = roots.re(k * stride);
            double rootIm = roots.im(k * stride);
            double turnedRe = rootRe * re[odd] - rootIm * im[odd];
            double turnedIm = rootRe * im[odd] + rootIm * re[odd];
            re[odd] = re[even] - turnedRe;
            im[odd] = im[even] - turnedIm;
            re[even] += turnedRe;
            im[even] += turnedIm;
        }
    }
}

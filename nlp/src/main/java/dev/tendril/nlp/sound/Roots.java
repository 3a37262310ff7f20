package dev.tendril.nlp.sound;

/** The powers ω^0 … ω^(N/2) of ω = e^(−2πi/N). */
final class Roots {
    private final double[] re;
    private final double[] im;

    Roots(int size) {
        re = new double[size / 2 + 1];
        im = new double[size / 2 + 1];
        for (int k = 0; k < re.length; k++) {
            double angle = 2 * Math.PI * k / size;
            re[k] = Math.cos(angle);
            im[k] = -Math.sin(angle);
        }
    }

    /** Real part of ω^k. */
    double re(int k) {
        return re[k];
    }

    /** Imaginary part of ω^k. */
    double im(int k) {
        return im[k];
    }
}

package dev.tendril.nlp.sound;

import java.util.stream.IntStream;

/**
 * A triangular filter over a power spectrum (Davis and Mermelstein 1980). A line of the spectrum at frequency f has, with the left
 * edge l, the centre c and the right edge r of the band in Hz, the weight
 * <pre>
 *   w(f) = max(0, min((f − l) / (c − l), (r − f) / (r − c)))
 * </pre>
 *
 * @param first line of the spectrum that has a weight
 * @param weights of it and those behind it; empty if no line lies between the edges
 */
record MelBand(int first, double[] weights) {

    /**
     * The filter of three edges in Hz.
     *
     * @param spacing Hz between two lines of the spectrum
     * @param lines of the spectrum, the first at 0 Hz
     */
    static MelBand of(double left, double center, double right, double spacing, int lines) {
        int first = Math.max(0, (int) Math.floor(left / spacing));
        while (first < lines && first * spacing <= left) {
            first++;
        }
        double[] weights = IntStream.range(first, lines)
                .mapToDouble(line -> line * spacing)
                .takeWhile(frequency -> frequency < right)
                .map(frequency ->
                        Math.min((frequency - left) / (center - left), (right - frequency) / (right - center)))
                .toArray();
        return new MelBand(first, weights);
    }

    /** The energy of a spectrum in the band: Σ w(f) P(f). */
    double energy(double[] power) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * power[first + i];
        }
        return sum;
    }
}

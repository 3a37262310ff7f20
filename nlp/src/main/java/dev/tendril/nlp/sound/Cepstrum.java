package dev.tendril.nlp.sound;

/**
 * Mel-frequency cepstral coefficients (Davis and Mermelstein 1980): the first C numbers of the orthonormal discrete cosine transform II
 * (Ahmed et al. 1974) of the logarithms e of the energies of M mel bands,
 * <pre>
 *   c[t, k] = s_k Σ_m e[t, m] cos(π k (m + ½) / M),   s_0 = √(1/M), s_k = √(2/M),   k = 0 … C − 1
 * </pre>
 * the zeroth, which tells loudness, included. There is no liftering.
 */
final class Cepstrum implements FeatureExtractor {
    private final LogMel energies;
    private final double[][] cosines;

    /** So many coefficients of so many bands. */
    Cepstrum(LogMel energies, int bands, int coefficients) {
        this.energies = energies;
        this.cosines = new double[coefficients][bands];
        for (int k = 0; k < coefficients; k++) {
            double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / bands);
            for (int m = 0; m < bands; m++) {
                cosines[k][m] = scale * Math.cos(Math.PI * k * (m + 0.5) / bands);
            }
        }
    }

    @Override
    public Features of(Recording recording) {
        Features logarithms = energies.of(recording);
        double[] values = new double[logarithms.frames() * cosines.length];
        int at = 0;
        for (int frame = 0; frame < logarithms.frames(); frame++) {
            for (double[] wave : cosines) {
                values[at++] = product(wave, logarithms.values(), frame * logarithms.size());
            }
        }
        return new Features(cosines.length, values);
    }

    private static double product(double[] wave, double[] numbers, int start) {
        double sum = 0;
        for (int m = 0; m < wave.length; m++) {
            sum += wave[m] * numbers[start + m];
        }
        return sum;
    }
}

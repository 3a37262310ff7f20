package dev.tendril.nlp.sound;

import dev.tendril.api.DataException;
import java.util.List;

/**
 * The logarithms of the energies of mel bands in each frame (Davis and Mermelstein 1980; Young et al., The HTK Book, chapter 5):
 * <pre>
 *   e[t, m] = ln max(Σ_k w_m(k) P_t[k], 10⁻¹⁰)
 * </pre>
 * with the power spectrum P_t of frame t and the weights w_m of band m. There is no pre-emphasis and no dither.
 */
final class LogMel implements FeatureExtractor {
    private static final double LEAST = 1e-10;

    private final Framing framing;
    private final List<MelBand> bands;
    private final PowerSpectrum spectrum;
    private final double[] power;

    LogMel(Framing framing, List<MelBand> bands) {
        this.framing = framing;
        this.bands = bands;
        this.spectrum = new PowerSpectrum(framing.window());
        this.power = new double[PowerSpectrum.size(framing.window()) / 2 + 1];
    }

    @Override
    public Features of(Recording recording) {
        double[] samples = recording.samples();
        int frames = framing.frames(samples.length);
        checkSize(frames, recording.where());
        double[] values = new double[frames * bands.size()];
        int at = 0;
        for (int frame = 0; frame < frames; frame++) {
            spectrum.of(samples, frame * framing.hop(), power);
            for (MelBand band : bands) {
                values[at++] = Math.log(Math.max(band.energy(power), LEAST));
            }
        }
        return new Features(bands.size(), values);
    }

    private void checkSize(int frames, String where) {
        long numbers = (long) frames * bands.size();
        if (numbers > WaveSamples.LONGEST) {
            throw new DataException(
                    where,
                    "its " + frames + " frames of " + bands.size() + " bands are more than " + WaveSamples.LONGEST
                            + " numbers; raise the hop, or cut it into pieces");
        }
    }
}

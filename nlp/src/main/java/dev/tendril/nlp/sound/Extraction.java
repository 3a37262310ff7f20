package dev.tendril.nlp.sound;

import dev.tendril.api.DataException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the features that parameters ask for. Its tables depend on the sampling rate, which most recordings share: it keeps those of
 * the last. Belongs to one stream.
 */
final class Extraction {
    private final WavParameters parameters;
    private @Nullable Prepared last;

    /** An extractor, and the sampling rate it is for. */
    private record Prepared(int rate, FeatureExtractor extractor) {}

    Extraction(WavParameters parameters) {
        this.parameters = parameters;
    }

    /** The features of a recording. */
    Features of(Recording recording) {
        checkRate(recording);
        if (last == null || last.rate() != recording.rate()) {
            last = new Prepared(recording.rate(), extractor(recording.rate(), recording.where()));
        }
        Features features = last.extractor().of(recording);
        return parameters.normalize() ? features.normalized() : features;
    }

    private void checkRate(Recording recording) {
        parameters.rate().filter(wanted -> wanted != recording.rate()).ifPresent(wanted -> {
            throw new DataException(
                    recording.where(),
                    "its sampling rate is " + recording.rate() + " Hz where " + wanted
                            + " Hz are wanted (rate); convert it, for example by: ffmpeg -i OLD -ar " + wanted
                            + " -c:a pcm_s16le NEW.wav");
        });
    }

    private FeatureExtractor extractor(int rate, String where) {
        return switch (parameters.features()) {
            case WAVEFORM -> new Waveform();
            case LOG_MEL -> logMel(parameters.coefficients(), rate, where);
            case MFCC ->
                new Cepstrum(logMel(parameters.bands(), rate, where), parameters.bands(), parameters.coefficients());
        };
    }

    private LogMel logMel(int count, int rate, String where) {
        double lowest = parameters.lowest();
        double highest = parameters.highest().orElse(rate / 2.0);
        if (highest > rate / 2.0 || lowest >= highest) {
            throw new DataException(
                    where,
                    "mel bands from " + lowest + " to " + highest + " Hz do not fit its sampling rate of " + rate
                            + " Hz, which holds frequencies up to " + rate / 2.0
                            + " Hz; change lowest and highest, or leave them out");
        }
        Framing framing = Framing.of(parameters.window(), parameters.hop(), rate);
        List<MelBand> bands = MelBands.of(count, lowest, highest, PowerSpectrum.size(framing.window()), rate);
        for (int band = 0; band < count; band++) {
            if (bands.get(band).weights().length == 0) {
                throw new DataException(
                        where,
                        "band " + (band + 1) + " of " + count + " mel bands from " + lowest + " to " + highest
                                + " Hz holds no line of the spectrum of " + framing.window() + " samples at " + rate
                                + " Hz; ask for fewer bands, or for a longer window");
            }
        }
        return new LogMel(framing, bands);
    }
}

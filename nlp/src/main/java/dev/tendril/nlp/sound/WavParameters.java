package dev.tendril.nlp.sound;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.nlp.reader.TsvParameters;
import java.util.List;
import java.util.Optional;

/**
 * Which recordings are read, and what of them.
 *
 * @param files tables, in order
 * @param column of the table that names the recordings
 * @param features of a frame
 * @param coefficients numbers of a frame
 * @param bands mel bands below a cepstrum
 * @param window milliseconds of a frame
 * @param hop milliseconds between the starts of two frames
 * @param lowest frequency of the mel bands in Hz
 * @param highest frequency of the mel bands in Hz, half the sampling rate if empty
 * @param normalize whether the features of a recording are standardized over its frames
 * @param rate samples a second that every recording must have, any if empty
 */
public record WavParameters(
        @Param(
                "The tables, read one after the other: a header, then a line for each recording, columns divided by tabs.")
        List<String> files,

        @Param("The column that names the recording's file, whose path starts at the folder of the table.")
        @Default("file")
        String column,

        @Param("What a frame holds: log_mel (energies of mel bands), mfcc (their cepstrum) or waveform (one sample).")
        @Default("log_mel")
        SoundFeatures features,

        @Param("How many mel bands (log_mel) or cepstral coefficients (mfcc) a frame has; a waveform has one sample.")
        @Default("40")
        @Range(min = 1, max = 128)
        int coefficients,

        @Param("How many mel bands the cepstrum (mfcc) is taken of.") @Default("40") @Range(min = 1, max = 128)
        int bands,

        @Param("How many milliseconds a frame lasts.") @Default("25.0") @Range(min = 0, minExclusive = true, max = 1000)
        double window,

        @Param("How many milliseconds after a frame the next one starts.")
        @Default("10.0")
        @Range(min = 0, minExclusive = true, max = 1000)
        double hop,

        @Param("The frequency in Hz at which the mel bands start.") @Default("0.0") @Range(min = 0)
        double lowest,

        @Param("The frequency in Hz at which the mel bands end; half the sampling rate if not given.")
        @Range(min = 0, minExclusive = true)
        Optional<Double> highest,

        @Param("Whether each feature of a recording is shifted and scaled to mean 0 and deviation 1 over its frames.")
        @Default("false")
        boolean normalize,

        @Param("The sampling rate in Hz that every recording must have; any if not given.")
        @Range(min = 1, max = WaveFormat.HIGHEST_RATE)
        Optional<Integer> rate) {
    public WavParameters {
        files = new TsvParameters(files, true).files(); // checked as any list of tables
        if (features == SoundFeatures.MFCC && coefficients > bands) {
            throw new InvalidParameter(
                    "coefficients",
                    "a cepstrum of " + bands + " mel bands has no " + coefficients
                            + " coefficients; ask for at most as many, or for more bands");
        }
        if (highest.isPresent() && highest.get() <= lowest) {
            throw new InvalidParameter(
                    "highest",
                    "the mel bands end at " + highest.get() + " Hz, not above their start at " + lowest
                            + " Hz; raise it, or lower the start");
        }
    }
}

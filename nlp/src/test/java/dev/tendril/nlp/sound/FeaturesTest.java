package dev.tendril.nlp.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tendril.api.DataException;
import dev.tendril.api.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Features against the sums that define them. */
class FeaturesTest {
    private static final int RATE = 8000;
    /** Of a logarithm: roundings of 1e-16 in sums of some hundred numbers. */
    private static final double TOLERANCE = 1e-10;

    @ParameterizedTest
    @CsvSource({"1, 1", "52, 1", "53, 1", "65, 1", "66, 2", "78, 2", "79, 3", "1000, 73"})
    void framesAreWholeWindowsAndAtLeastOne(int samples, int frames) {
        assertThat(new Framing(53, 13).frames(samples)).isEqualTo(frames);
    }

    @Test
    void millisecondsBecomeSamplesAtLeastOne() {
        assertThat(Framing.of(25, 10, 8000)).isEqualTo(new Framing(200, 80));
        assertThat(Framing.of(25, 10, 11025)).isEqualTo(new Framing(276, 110));
        assertThat(Framing.of(0.001, 0.001, 8000)).isEqualTo(new Framing(1, 1));
    }

    @Test
    void energiesAreTheSumsOfTheirDefinition() {
        Recording recording = noise(317);
        Framing framing = new Framing(53, 13);
        List<MelBand> bands = MelBands.of(7, 100, 3900, 64, RATE);
        Features features = new LogMel(framing, bands).of(recording);
        assertThat(features.size()).isEqualTo(7);
        assertThat(features.frames()).isEqualTo(21);
        for (int frame = 0; frame < 21; frame++) {
            double[] power = power(recording.samples(), frame * 13);
            for (int band = 0; band < 7; band++) {
                assertThat(features.values()[frame * 7 + band])
                        .isCloseTo(Math.log(bands.get(band).energy(power)), within(TOLERANCE));
            }
        }
    }

    @Test
    void aShortRecordingIsOneFrameThatEndsWithSilence() {
        LogMel extractor = logMel();
        Recording recording = noise(37);
        double[] padded = Arrays.copyOf(recording.samples(), 53);
        assertThat(extractor.of(recording).values())
                .hasSize(7)
                .isEqualTo(extractor.of(new Recording("", RATE, padded)).values());
    }

    @Test
    void samplesBehindTheLastWholeWindowAreLeftOut() {
        LogMel extractor = logMel();
        double[] samples = noise(65).samples();
        assertThat(extractor.of(new Recording("", RATE, samples)).values())
                .isEqualTo(extractor
                        .of(new Recording("", RATE, Arrays.copyOf(samples, 53)))
                        .values());
    }

    @Test
    void silenceHasTheLogarithmOfTheLeastEnergy() {
        assertThat(logMel().of(new Recording("", RATE, new double[53])).values())
                .containsOnly(Math.log(1e-10));
    }

    @Test
    void coefficientsAreTheSumsOfTheirDefinition() {
        Recording recording = noise(317);
        double[] energies = logMel().of(recording).values();
        Features features = new Cepstrum(logMel(), 7, 5).of(recording);
        assertThat(features.size()).isEqualTo(5);
        assertThat(features.frames()).isEqualTo(21);
        for (int frame = 0; frame < 21; frame++) {
            for (int k = 0; k < 5; k++) {
                double sum = 0;
                for (int m = 0; m < 7; m++) {
                    sum += energies[frame * 7 + m] * Math.cos(Math.PI / 7 * (m + 0.5) * k);
                }
                double expected = k == 0 ? sum / Math.sqrt(7) : sum * Math.sqrt(2 / 7.0);
                assertThat(features.values()[frame * 5 + k]).isCloseTo(expected, within(TOLERANCE));
            }
        }
    }

    /** A transform by an orthogonal matrix keeps lengths. */
    @Test
    void theWholeCepstrumHasTheLengthOfTheEnergies() {
        Recording recording = noise(53);
        double energies = length(logMel().of(recording).values());
        assertThat(length(new Cepstrum(logMel(), 7, 7).of(recording).values())).isCloseTo(energies, within(TOLERANCE));
    }

    @Test
    void theWaveformIsTheSamples() {
        Recording recording = noise(37);
        Features features = new Waveform().of(recording);
        assertThat(features.raw().shape()).isEqualTo(Shape.of(37, 1));
        assertThat(features.raw().values()).isEqualTo(recording.samples());
    }

    @Test
    void normalizedFeaturesHaveMeanZeroAndDeviationOne() {
        double[] values = new double[3 * 101];
        SplittableRandom random = new SplittableRandom(3);
        for (int frame = 0; frame < 101; frame++) {
            values[3 * frame] = 1000 + 0.01 * random.nextDouble();
            values[3 * frame + 1] = -5 * random.nextDouble();
            values[3 * frame + 2] = Math.log(1e-10);
        }
        Features normalized = new Features(3, values).normalized();
        for (int feature = 0; feature < 2; feature++) {
            double sum = 0;
            double squares = 0;
            for (int frame = 0; frame < 101; frame++) {
                sum += normalized.values()[3 * frame + feature];
                squares += Math.pow(normalized.values()[3 * frame + feature], 2);
            }
            assertThat(sum / 101).isCloseTo(0, within(1e-9)); // 1000 is kept to 1e-13, and divided by 0.003
            assertThat(squares / 101).isCloseTo(1, within(1e-9));
        }
        for (int frame = 0; frame < 101; frame++) {
            assertThat(normalized.values()[3 * frame + 2]).isZero();
        }
        assertThat(values[2]).isEqualTo(Math.log(1e-10)); // the features themselves stay
    }

    @Test
    void moreNumbersThanTheMostAreRefused() {
        Framing every = new Framing(53, 1);
        LogMel extractor = new LogMel(every, MelBands.of(20, 0, 4000, 512, RATE));
        Recording recording = new Recording("a.wav", RATE, new double[900_000]);
        assertThatThrownBy(() -> extractor.of(recording))
                .isInstanceOf(DataException.class)
                .hasMessage("a.wav: its 899948 frames of 20 bands are more than 16777216 numbers; raise the hop, or cut"
                        + " it into pieces");
    }

    private static LogMel logMel() {
        return new LogMel(new Framing(53, 13), MelBands.of(7, 100, 3900, 64, RATE));
    }

    private static Recording noise(int samples) {
        return new Recording(
                "", RATE, new SplittableRandom(11).doubles(samples, -1, 1).toArray());
    }

    /** The power spectrum of 53 samples from a place on, filled up to 64. */
    private static double[] power(double[] samples, int start) {
        double[] power = new double[33];
        for (int k = 0; k <= 32; k++) {
            double re = 0;
            double im = 0;
            for (int n = 0; n < 53; n++) {
                double tapered = Math.pow(Math.sin(Math.PI * n / 53), 2) * samples[start + n];
                re += tapered * Math.cos(2 * Math.PI * k * n / 64);
                im -= tapered * Math.sin(2 * Math.PI * k * n / 64);
            }
            power[k] = re * re + im * im;
        }
        return power;
    }

    private static double length(double[] numbers) {
        return Math.sqrt(Arrays.stream(numbers).map(each -> each * each).sum());
    }
}

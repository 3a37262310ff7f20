package dev.tendril.nlp.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.InvalidParameter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WavParametersTest {
    @Test
    void aCepstrumHasAtMostAsManyCoefficientsAsBands() {
        assertThatCode(() -> parameters(SoundFeatures.MFCC, 23, 23, Optional.empty()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> parameters(SoundFeatures.MFCC, 24, 23, Optional.empty()))
                .isInstanceOf(InvalidParameter.class)
                .hasMessage("a cepstrum of 23 mel bands has no 24 coefficients; ask for at most as many, or for more"
                        + " bands")
                .satisfies(refused ->
                        assertThat(((InvalidParameter) refused).parameter()).isEqualTo("coefficients"));
        assertThatCode(() -> parameters(SoundFeatures.LOG_MEL, 24, 23, Optional.empty()))
                .doesNotThrowAnyException();
    }

    @Test
    void bandsEndAboveTheirStart() {
        assertThatThrownBy(() -> parameters(SoundFeatures.LOG_MEL, 40, 40, Optional.of(100.0)))
                .isInstanceOf(InvalidParameter.class)
                .hasMessageContaining("the mel bands end at 100.0 Hz, not above their start at 100.0 Hz")
                .satisfies(refused ->
                        assertThat(((InvalidParameter) refused).parameter()).isEqualTo("highest"));
    }

    @Test
    void noTableAtAllIsRefused() {
        assertThatThrownBy(() -> new WavParameters(
                        List.of(),
                        "file",
                        SoundFeatures.WAVEFORM,
                        40,
                        40,
                        25,
                        10,
                        0,
                        Optional.empty(),
                        false,
                        Optional.empty()))
                .isInstanceOf(InvalidParameter.class)
                .hasMessageContaining("no file is named");
    }

    private static WavParameters parameters(
            SoundFeatures features, int coefficients, int bands, Optional<Double> highest) {
        return new WavParameters(
                List.of("t.tsv"), "file", features, coefficients, bands, 25, 10, 100, highest, false, Optional.empty());
    }
}

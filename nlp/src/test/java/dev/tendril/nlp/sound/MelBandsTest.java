package dev.tendril.nlp.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MelBandsTest {
    private static final double ROUNDING = 1e-9;

    @Test
    void theScaleMeetsHertzAtZeroAndAThousand() {
        assertThat(Mel.of(0)).isZero();
        assertThat(Mel.of(700)).isCloseTo(2595 * 0.30102999566398120, within(ROUNDING));
        assertThat(Mel.of(1000)).isCloseTo(1000, within(0.02)); // the constants are rounded
        assertThat(Mel.frequency(Mel.of(3456.7))).isCloseTo(3456.7, within(ROUNDING));
    }

    /** The hat of a band written piece by piece, its edges through natural logarithms: f = 700 (e^(m ln 10 / 2595) − 1). */
    @ParameterizedTest
    @CsvSource({
        "8000, 256, 40, 0, 4000",
        "16000, 512, 23, 64, 7600",
        "44100, 2048, 128, 0, 22050",
        "11025, 8, 1, 3, 5000"
    })
    void weightsAreHatsBetweenTheCentresOfNeighbours(int rate, int size, int count, double lowest, double highest) {
        List<MelBand> bands = MelBands.of(count, lowest, highest, size, rate);
        assertThat(bands).hasSize(count);
        double start = 2595 / Math.log(10) * Math.log1p(lowest / 700);
        double end = 2595 / Math.log(10) * Math.log1p(highest / 700);
        for (int band = 0; band < count; band++) {
            double[] edges = new double[3];
            for (int edge = 0; edge < 3; edge++) {
                double mel = start + (end - start) * (band + edge) / (count + 1);
                edges[edge] = 700 * Math.expm1(mel * Math.log(10) / 2595);
            }
            for (int line = 0; line <= size / 2; line++) {
                double frequency = line * (double) rate / size;
                assertThat(weight(bands.get(band), line))
                        .as("band %d at %s Hz", band, frequency)
                        .isCloseTo(hat(frequency, edges), within(ROUNDING));
            }
        }
    }

    @Test
    void weightsOfNeighboursSumToOneBetweenTheFirstAndTheLastCentre() {
        List<MelBand> bands = MelBands.of(17, 100, 3900, 1024, 8000);
        double step = (Mel.of(3900) - Mel.of(100)) / 18;
        for (int line = 0; line <= 512; line++) {
            double mel = Mel.of(line * 8000 / 1024.0);
            int at = line;
            double sum = bands.stream().mapToDouble(band -> weight(band, at)).sum();
            if (mel >= Mel.of(100) + step && mel <= Mel.of(3900) - step) {
                assertThat(sum).as("line %d", line).isCloseTo(1, within(ROUNDING));
            } else {
                assertThat(sum).as("line %d", line).isLessThan(1 + ROUNDING);
            }
        }
    }

    @Test
    void theEnergyOfALineIsThatOfItsWeight() {
        List<MelBand> bands = MelBands.of(5, 0, 4000, 64, 8000);
        for (int line = 0; line <= 32; line++) {
            double[] power = new double[33];
            power[line] = 3;
            for (MelBand band : bands) {
                assertThat(band.energy(power)).isEqualTo(3 * weight(band, line));
            }
        }
    }

    @Test
    void aBandBetweenTwoLinesIsEmpty() {
        List<MelBand> bands = MelBands.of(100, 0, 4000, 16, 8000);
        assertThat(bands).anyMatch(band -> band.weights().length == 0);
        assertThat(MelBand.of(10, 20, 30, 100, 9).weights()).isEmpty();
        assertThat(MelBand.of(100, 150, 200, 100, 9).weights()).isEmpty(); // lines on the edges have no weight
        assertThat(MelBand.of(900, 950, 990, 100, 9).weights()).isEmpty();
    }

    /** With lines 4 Hz apart a band's centre is a line but for 2 Hz. */
    @Test
    void aPureToneIsLoudestInTheBandAroundIt() {
        int rate = 16000;
        int count = 31;
        LogMel extractor = new LogMel(new Framing(4000, 4000), MelBands.of(count, 0, 8000, 4096, rate));
        for (int band = 0; band < count; band++) {
            double frequency = Mel.frequency(Mel.of(8000) * (band + 1) / (count + 1));
            double[] tone = IntStream.range(0, 4000)
                    .mapToDouble(n -> 0.3 * Math.sin(2 * Math.PI * frequency * n / rate))
                    .toArray();
            double[] energies = extractor.of(new Recording("tone", rate, tone)).values();
            int loudest = IntStream.range(0, count)
                    .reduce((a, b) -> energies[b] > energies[a] ? b : a)
                    .orElseThrow();
            assertThat(loudest).as("a tone of %s Hz", frequency).isEqualTo(band);
        }
    }

    private static double hat(double frequency, double[] edges) {
        if (frequency <= edges[0] || frequency >= edges[2]) {
            return 0;
        }
        return frequency < edges[1]
                ? (frequency - edges[0]) / (edges[1] - edges[0])
                : (edges[2] - frequency) / (edges[2] - edges[1]);
    }

    private static double weight(MelBand band, int line) {
        int at = line - band.first();
        return at < 0 || at >= band.weights().length ? 0 : band.weights()[at];
    }
}

package dev.tendril.nlp.sound;

import java.util.List;
import java.util.stream.IntStream;

/** Bands of equal width on the mel scale, each from the centre of the one before it to the centre of the one behind it. */
final class MelBands {
    private MelBands() {}

    /**
     * So many bands over a range of frequencies in Hz.
     *
     * @param size numbers that the spectrum is the transform of
     * @param rate samples a second
     */
    static List<MelBand> of(int count, double lowest, double highest, int size, int rate) {
        double start = Mel.of(lowest);
        double width = (Mel.of(highest) - start) / (count + 1);
        return IntStream.rangeClosed(1, count)
                .mapToObj(band -> MelBand.of(
                        Mel.frequency(start + (band - 1) * width),
                        Mel.frequency(start + band * width),
                        Mel.frequency(start + (band + 1) * width),
                        (double) rate / size,
                        size / 2 + 1))
                .toList();
    }
}

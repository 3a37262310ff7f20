package dev.tendril.nlp.sound;

/**
 * How a recording is cut into frames: frame t holds samples t · hop to t · hop + window − 1. The last frame is the last that is whole;
 * a recording shorter than a window is one frame that ends with silence.
 *
 * @param window samples of a frame
 * @param hop samples between the starts of two frames
 */
record Framing(int window, int hop) {

    /** From milliseconds at a sampling rate in Hz, rounded to samples, at least one. */
    static Framing of(double windowMilliseconds, double hopMilliseconds, int rate) {
        return new Framing(samples(windowMilliseconds, rate), samples(hopMilliseconds, rate));
    }

    /** How many frames so many samples give: 1 + ⌊(samples − window) / hop⌋, at least 1. */
    int frames(int samples) {
        return 1 + Math.max(0, samples - window) / hop;
    }

    private static int samples(double milliseconds, int rate) {
        return Math.max(1, (int) Math.round(milliseconds * rate / 1000));
    }
}

package dev.tendril.nlp.sound;

/** The mel scale of pitch, as HTK has it (Young et al., The HTK Book, chapter 5): mel(f) = 2595 log₁₀(1 + f / 700), f in Hz. */
final class Mel {
    private static final double SCALE = 2595;
    private static final double BEND = 700;

    private Mel() {}

    /** The mel of a frequency in Hz. */
    static double of(double frequency) {
        return SCALE * Math.log10(1 + frequency / BEND);
    }

    /** The frequency in Hz of a mel. */
    static double frequency(double mel) {
        return BEND * (Math.pow(10, mel / SCALE) - 1);
    }
}

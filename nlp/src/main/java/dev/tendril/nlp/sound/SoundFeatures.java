package dev.tendril.nlp.sound;

/** What the frames of a recording hold. */
public enum SoundFeatures {
    /** The logarithms of the energies of mel bands. */
    LOG_MEL,
    /** Mel-frequency cepstral coefficients. */
    MFCC,
    /** The samples themselves, one a frame. */
    WAVEFORM
}

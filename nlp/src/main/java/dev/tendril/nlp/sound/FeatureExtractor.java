package dev.tendril.nlp.sound;

/** Makes features of recordings of one sampling rate. May keep a workspace: for one thread. */
sealed interface FeatureExtractor permits Waveform, LogMel, Cepstrum {

    /** The features of a recording. */
    Features of(Recording recording);
}

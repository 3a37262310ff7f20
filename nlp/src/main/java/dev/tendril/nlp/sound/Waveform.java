package dev.tendril.nlp.sound;

/** The samples themselves: one a frame. */
record Waveform() implements FeatureExtractor {
    @Override
    public Features of(Recording recording) {
        return new Features(1, recording.samples());
    }
}

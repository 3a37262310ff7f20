package dev.tendril.layers.planted;

import dev.tendril.training.planted.LossThatReadsText;

/** A violation on purpose: a layer sees training. */
public record LayerThatTrains(LossThatReadsText loss) {}

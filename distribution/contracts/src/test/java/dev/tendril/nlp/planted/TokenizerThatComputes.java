package dev.tendril.nlp.planted;

import dev.tendril.tensor.planted.EngineThatShowsMatrices;

/** A violation on purpose: text sees the engine. */
public record TokenizerThatComputes(EngineThatShowsMatrices engine) {}

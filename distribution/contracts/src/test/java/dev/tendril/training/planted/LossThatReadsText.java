package dev.tendril.training.planted;

import dev.tendril.nlp.planted.TokenizerThatComputes;

/** A violation on purpose: training sees text. */
public record LossThatReadsText(TokenizerThatComputes tokenizer) {}

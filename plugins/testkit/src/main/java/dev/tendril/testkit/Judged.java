package dev.tendril.testkit;

import dev.tendril.api.model.Prediction;
import dev.tendril.api.training.Reference;

/**
 * A prediction beside what was wanted.
 *
 * @param prediction of a model
 * @param reference in the data
 */
public record Judged(Prediction prediction, Reference reference) {}

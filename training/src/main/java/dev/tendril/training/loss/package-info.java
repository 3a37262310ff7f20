/**
 * Losses, and their mean over a split.
 *
 * <p>A loss is a small class beside its parameter record and its provider. May depend on the API alone.
 */
@NullMarked
package dev.tendril.training.loss;

import org.jspecify.annotations.NullMarked;

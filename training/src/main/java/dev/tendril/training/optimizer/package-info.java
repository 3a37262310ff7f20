/**
 * Optimisers, each written as its equation.
 *
 * <p>An optimiser is a small class beside its parameter record and its provider. May depend on the API alone.
 */
@NullMarked
package dev.tendril.training.optimizer;

import org.jspecify.annotations.NullMarked;

/**
 * Metrics of classes, of sets of labels and of numbers: one of them an example, or one a step. Metrics of generated text live elsewhere.
 *
 * <p>May depend on the API alone.
 */
@NullMarked
package dev.tendril.training.metric;

import org.jspecify.annotations.NullMarked;

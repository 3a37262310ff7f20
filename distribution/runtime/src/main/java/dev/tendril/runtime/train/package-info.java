/**
 * From a checked model file to a trained model: fitting, making the graph, the training loop, judging.
 *
 * <p>May depend on {@code dev.tendril.api}, {@code dev.tendril.nlp}, {@code dev.tendril.training} and every package of the runtime but
 * its root and {@code .plugin}.
 */
@NullMarked
package dev.tendril.runtime.train;

import org.jspecify.annotations.NullMarked;

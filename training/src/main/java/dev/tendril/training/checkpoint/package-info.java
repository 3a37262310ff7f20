/**
 * Checkpoints: what a training run must remember to go on bit for bit, and its way to disk and back.
 *
 * <p>May depend on the API, SLF4J and {@code dev.tendril.training.loss}, whose sums are part of what is remembered.
 */
@NullMarked
package dev.tendril.training.checkpoint;

import org.jspecify.annotations.NullMarked;

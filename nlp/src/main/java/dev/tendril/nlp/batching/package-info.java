/**
 * From examples to batches: encoding the fields of examples, keeping them compactly in memory, and putting examples together.
 *
 * <p>May depend on the API and {@code dev.tendril.nlp.vocabulary}.
 */
@NullMarked
package dev.tendril.nlp.batching;

import org.jspecify.annotations.NullMarked;

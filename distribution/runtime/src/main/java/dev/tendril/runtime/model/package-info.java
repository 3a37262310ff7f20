/**
 * Models that predict and can be trained: inputs to ids, a pass over the graph, numbers to predictions; and their way into and out of
 * archives.
 *
 * <p>May depend on {@code dev.tendril.api}, {@code dev.tendril.nlp}, {@code dev.tendril.runtime.component}, {@code .spec},
 * {@code .check}, {@code .fit}, {@code .wiring} and {@code .archive}.
 */
@NullMarked
package dev.tendril.runtime.model;

import org.jspecify.annotations.NullMarked;

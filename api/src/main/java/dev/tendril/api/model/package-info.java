/**
 * Models as an embedding program sees them: loading gives a {@code Model}, inputs go in, predictions come out.
 *
 * <p>May depend on {@code dev.tendril.api}, {@code .data}, {@code .decoding} and, for references, {@code .spi}.
 */
@NullMarked
package dev.tendril.api.model;

import org.jspecify.annotations.NullMarked;

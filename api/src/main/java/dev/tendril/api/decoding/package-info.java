/**
 * Generating sequences: the model of the next token, and the search over it.
 *
 * <p>May depend on {@code dev.tendril.api}, {@code .tensor}, {@code .cell} and {@code .data}.
 */
@NullMarked
package dev.tendril.api.decoding;

import org.jspecify.annotations.NullMarked;

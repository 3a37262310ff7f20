/**
 * Data on its way: raw examples from readers, tokens, vocabularies, and the values that travel along the edges of a model's graph.
 *
 * <p>May depend on {@code dev.tendril.api} and {@code dev.tendril.api.tensor}.
 */
@NullMarked
package dev.tendril.api.data;

import org.jspecify.annotations.NullMarked;

/**
 * Finding good sequences under a model of the next token: greedy search, beams, sampling.
 *
 * <p>All rows of a batch are searched at once, yet each row is ranked by itself: its result depends on no other row.
 *
 * <p>May depend on the API.
 */
@NullMarked
package dev.tendril.nlp.search;

import org.jspecify.annotations.NullMarked;

/**
 * Choosing the tokens that have ids, and the tokens that stand for no text.
 *
 * <p>May depend on the API.
 */
@NullMarked
package dev.tendril.nlp.vocabulary;

import org.jspecify.annotations.NullMarked;

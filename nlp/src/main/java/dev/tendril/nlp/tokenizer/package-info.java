/**
 * Cutting text into tokens and joining tokens into text.
 *
 * <p>May depend on the API.
 */
@NullMarked
package dev.tendril.nlp.tokenizer;

import org.jspecify.annotations.NullMarked;

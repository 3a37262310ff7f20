/**
 * Judging generated text, and examples as a whole, against what was wanted.
 *
 * <p>May depend on the API.
 */
@NullMarked
package dev.tendril.nlp.metric;

import org.jspecify.annotations.NullMarked;

/**
 * Rescaling the numbers of a field by what the training split holds.
 *
 * <p>May depend on the API.
 */
@NullMarked
package dev.tendril.nlp.transform;

import org.jspecify.annotations.NullMarked;

/**
 * Whole texts, or consecutive parts of them.
 *
 * <p>May depend on the API, the package of readers above.
 */
@NullMarked
package dev.tendril.nlp.reader.text;

import org.jspecify.annotations.NullMarked;

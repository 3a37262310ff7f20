/**
 * JSON: one document a file, or one value a line, read by Jackson; the only place where JSON becomes raw values.
 *
 * <p>May depend on the API, the package of readers above and Jackson.
 */
@NullMarked
package dev.tendril.nlp.reader.json;

import org.jspecify.annotations.NullMarked;

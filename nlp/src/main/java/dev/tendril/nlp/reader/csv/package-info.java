/**
 * Comma-separated values: RFC 4180, read by FastCSV.
 *
 * <p>May depend on the API, the package of readers above and FastCSV.
 */
@NullMarked
package dev.tendril.nlp.reader.csv;

import org.jspecify.annotations.NullMarked;

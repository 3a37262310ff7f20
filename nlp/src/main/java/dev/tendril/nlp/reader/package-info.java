/**
 * Reading data files: strict about their encoding, bounded in memory, exact about where a problem stands.
 *
 * <p>May depend on the API.
 */
@NullMarked
package dev.tendril.nlp.reader;

import org.jspecify.annotations.NullMarked;

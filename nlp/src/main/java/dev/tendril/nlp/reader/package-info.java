/**
 * Reading data files: strict about their encoding, bounded in memory, exact about where a problem stands. Here is what all formats
 * share, and the plainest ones; every other format has a package of its own.
 *
 * <p>May depend on the API.
 */
@NullMarked
package dev.tendril.nlp.reader;

import org.jspecify.annotations.NullMarked;

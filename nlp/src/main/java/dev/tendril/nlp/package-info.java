/**
 * Tokenisers, vocabularies, readers, batching, decoding and text metrics.
 *
 * <p>May depend on the API, FastCSV and SLF4J.
 */
@NullMarked
package dev.tendril.nlp;

import org.jspecify.annotations.NullMarked;

/**
 * FASTA: named sequences of residues.
 *
 * <p>May depend on the API, the package of readers above.
 */
@NullMarked
package dev.tendril.nlp.reader.fasta;

import org.jspecify.annotations.NullMarked;

/**
 * CoNLL-U, the format of Universal Dependencies: annotated sentences, a word a line.
 *
 * <p>May depend on the API, the package of readers above.
 */
@NullMarked
package dev.tendril.nlp.reader.conllu;

import org.jspecify.annotations.NullMarked;

/**
 * ARFF, the attribute-relation file format of Weka.
 *
 * <p>May depend on the API, the package of readers above.
 */
@NullMarked
package dev.tendril.nlp.reader.arff;

import org.jspecify.annotations.NullMarked;

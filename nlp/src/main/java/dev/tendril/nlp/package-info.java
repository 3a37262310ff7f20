/**
 * The list of components that this module brings: tokenizers, vocabularies, readers, searches and text metrics.
 *
 * <p>May depend on the API and on every package of this module; packages below depend on the API, on SLF4J where they log, and on
 * each other only as their own descriptions say.
 */
@NullMarked
package dev.tendril.nlp;

import org.jspecify.annotations.NullMarked;

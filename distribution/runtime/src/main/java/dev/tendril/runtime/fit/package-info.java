/**
 * What is learnt from the training split before the model exists: the splits themselves, tokenizers, vocabularies, the lengths of
 * targets, and how all of it is stored.
 *
 * <p>May depend on {@code dev.tendril.api}, {@code dev.tendril.nlp}, {@code dev.tendril.runtime.component}, {@code .spec} and
 * {@code .check}.
 */
@NullMarked
package dev.tendril.runtime.fit;

import org.jspecify.annotations.NullMarked;

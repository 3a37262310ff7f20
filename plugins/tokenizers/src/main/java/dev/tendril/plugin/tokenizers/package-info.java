/**
 * Tokenizers: subwords that are learnt from the training split, matches of a pattern, bytes.
 *
 * <p>A tokenizer is a provider with its parameter record, what it learns, and how it cuts. May depend on the API alone.
 */
@NullMarked
package dev.tendril.plugin.tokenizers;

import org.jspecify.annotations.NullMarked;

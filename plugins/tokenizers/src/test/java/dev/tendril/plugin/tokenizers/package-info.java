/** Tokenizers against slow and plain ones, over texts that are made to trip them, and in models that are trained, stored and loaded. */
@NullMarked
package dev.tendril.plugin.tokenizers;

import org.jspecify.annotations.NullMarked;

/** What is promised of embedding, checked where only {@code tendril-runtime} is at hand. */
@NullMarked
package dev.tendril.examples;

import org.jspecify.annotations.NullMarked;

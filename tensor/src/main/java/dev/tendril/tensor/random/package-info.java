/**
 * Random numbers as a pure function of key and counter. May depend on {@code dev.tendril.api.tensor}.
 */
@NullMarked
package dev.tendril.tensor.random;

import org.jspecify.annotations.NullMarked;

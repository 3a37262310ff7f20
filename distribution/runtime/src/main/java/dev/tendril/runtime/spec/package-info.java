/**
 * A model file as typed values: what the YAML says, every default filled in, every component bound to its parameter record. No text
 * of the file passes this point.
 *
 * <p>May depend on {@code dev.tendril.api}.
 */
@NullMarked
package dev.tendril.runtime.spec;

import org.jspecify.annotations.NullMarked;

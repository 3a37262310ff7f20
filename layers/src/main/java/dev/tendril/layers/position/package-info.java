/**
 * Where in a sequence a step stands.
 *
 * <p>May depend on the API and {@code dev.tendril.layers.initialization}.
 */
@NullMarked
package dev.tendril.layers.position;

import org.jspecify.annotations.NullMarked;

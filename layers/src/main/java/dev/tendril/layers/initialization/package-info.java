/**
 * First values of parameters.
 *
 * <p>May depend on the API alone.
 */
@NullMarked
package dev.tendril.layers.initialization;

import org.jspecify.annotations.NullMarked;

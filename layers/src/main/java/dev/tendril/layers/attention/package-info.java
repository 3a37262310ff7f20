/**
 * Attentions of the core: compatibilities, and the softmax that turns scores into weights.
 *
 * <p>May depend on the API and {@code dev.tendril.layers.initialization}.
 */
@NullMarked
package dev.tendril.layers.attention;

import org.jspecify.annotations.NullMarked;

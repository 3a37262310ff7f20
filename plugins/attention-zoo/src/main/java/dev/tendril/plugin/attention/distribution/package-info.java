/**
 * Distributions: how the scores of an attention become weights.
 *
 * <p>May depend on the API alone.
 */
@NullMarked
package dev.tendril.plugin.attention.distribution;

import org.jspecify.annotations.NullMarked;

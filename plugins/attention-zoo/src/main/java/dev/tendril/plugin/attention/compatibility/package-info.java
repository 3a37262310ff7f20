/**
 * Compatibilities: how well a query fits the steps of a memory, and the attentions that are made of them.
 *
 * <p>May depend on the API alone.
 */
@NullMarked
package dev.tendril.plugin.attention.compatibility;

import org.jspecify.annotations.NullMarked;

/**
 * Attentions over several heads, features, hops or inputs, and attention without a query.
 *
 * <p>May depend on the API alone.
 */
@NullMarked
package dev.tendril.plugin.attention.multiplicity;

import org.jspecify.annotations.NullMarked;

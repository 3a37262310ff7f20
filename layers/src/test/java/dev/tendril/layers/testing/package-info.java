/** What the tests of this module share: a context that makes components into a store, samples, gradient checks. */
@NullMarked
package dev.tendril.layers.testing;

import org.jspecify.annotations.NullMarked;

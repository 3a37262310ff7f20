/** Tests of explanations. */
@NullMarked
package dev.tendril.runtime.explain;

import org.jspecify.annotations.NullMarked;

/**
 * Decompositions, on EJML, which is seen nowhere else. May depend on {@code dev.tendril.api.tensor} and EJML.
 */
@NullMarked
package dev.tendril.tensor.linear;

import org.jspecify.annotations.NullMarked;

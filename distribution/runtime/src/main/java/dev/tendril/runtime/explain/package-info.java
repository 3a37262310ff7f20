/**
 * Says in words and pictures what a checked model is: axes, shapes, parameters, the name of its architecture.
 *
 * <p>May depend on {@code dev.tendril.api}, {@code dev.tendril.runtime.component}, {@code .spec} and {@code .check}.
 */
@NullMarked
package dev.tendril.runtime.explain;

import org.jspecify.annotations.NullMarked;

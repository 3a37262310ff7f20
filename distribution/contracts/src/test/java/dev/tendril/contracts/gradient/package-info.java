/**
 * Gradients of every registered component against central differences.
 *
 * <p>May depend on everything; nothing depends on it.
 */
@NullMarked
package dev.tendril.contracts.gradient;

import org.jspecify.annotations.NullMarked;

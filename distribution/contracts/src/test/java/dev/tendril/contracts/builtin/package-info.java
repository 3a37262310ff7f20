/**
 * The contracts of the test kit over every built-in component.
 *
 * <p>May depend on everything; nothing depends on it.
 */
@NullMarked
package dev.tendril.contracts.builtin;

import org.jspecify.annotations.NullMarked;

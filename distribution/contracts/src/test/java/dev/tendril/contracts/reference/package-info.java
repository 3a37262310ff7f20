/**
 * The reference documentation, which is made from the components that are installed.
 *
 * <p>May depend on everything; nothing depends on it.
 */
@NullMarked
package dev.tendril.contracts.reference;

import org.jspecify.annotations.NullMarked;

/**
 * What every example that can run is held to.
 *
 * <p>May depend on everything; nothing depends on it.
 */
@NullMarked
package dev.tendril.contracts.examples;

import org.jspecify.annotations.NullMarked;

/**
 * A plugin with one small component of every kind, as a third party would write it.
 *
 * <p>May depend on {@code dev.tendril.api} alone.
 */
@NullMarked
package dev.tendril.contracts.kinds.every;

import org.jspecify.annotations.NullMarked;

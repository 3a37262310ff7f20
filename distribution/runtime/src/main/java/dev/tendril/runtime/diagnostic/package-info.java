/**
 * Problems of what the user wrote: their codes, collecting them so that all are reported at once, and printing them.
 *
 * <p>May depend on {@code dev.tendril.api}.
 */
@NullMarked
package dev.tendril.runtime.diagnostic;

import org.jspecify.annotations.NullMarked;

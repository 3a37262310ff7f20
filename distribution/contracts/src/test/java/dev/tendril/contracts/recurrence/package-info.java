/**
 * Traced, planned and random steps against the steps themselves, and what windows, beams and empty rows may rely on.
 *
 * <p>May depend on everything; nothing depends on it.
 */
@NullMarked
package dev.tendril.contracts.recurrence;

import org.jspecify.annotations.NullMarked;

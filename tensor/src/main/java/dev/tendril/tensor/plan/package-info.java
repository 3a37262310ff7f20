/**
 * The recurrence planner: turns the equations of one step into a plan that runs over a whole batch of sequences. What depends on the
 * input alone is computed for all steps at once before the loop, what feeds nothing back after it; products that share an operand are
 * merged; everything else becomes programs of row operations over blocks of rows.
 *
 * <p>May depend on {@code operation} and {@code kernel}. Knows no tensors, passes or cells.
 */
@NullMarked
package dev.tendril.tensor.plan;

import org.jspecify.annotations.NullMarked;

/**
 * The engine: tensors, passes, the tape, parameters, unrolling, and the threads and memory behind them.
 * {@link dev.tendril.tensor.TendrilEngine} is the way in.
 *
 * <p>May depend on the API, on this module's other packages and on SLF4J.
 */
@NullMarked
package dev.tendril.tensor;

import org.jspecify.annotations.NullMarked;

/**
 * The mutated cells of Jozefowicz et al. (2015), and the LSTM with parts added, joined or left out.
 *
 * <p>Each cell is its equation, beside its parameter record and its provider. May depend on the API alone.
 */
@NullMarked
package dev.tendril.plugin.jozefowicz;

import org.jspecify.annotations.NullMarked;

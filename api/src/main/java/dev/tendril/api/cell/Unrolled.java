package dev.tendril.api.cell;

import dev.tendril.api.data.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * What an unroll gives.
 *
 * @param outputs the cell's output at every step, [B, T, O], zeros in the padding
 * @param last each row's state after its own last step; its initial state if it has none
 * @param states the states after each of the T steps, in the order they were computed, if they were asked for
 * @param <S> the state
 */
public record Unrolled<S extends CellState>(Sequence outputs, S last, Optional<List<S>> states) {
    public Unrolled {
        states = states.map(List::copyOf);
    }
}

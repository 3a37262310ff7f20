package dev.tendril.testkit;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.tensor.Tensor;
import java.util.List;

/**
 * A cell that looks at something that every step hands on unchanged.
 *
 * @param <S> its state, what is looked at included
 */
sealed interface Looking<S extends CellState> extends Cell<S> permits Attending, Weighing {
    /** What a state carries beside that. */
    List<Tensor> carried(S state);
}

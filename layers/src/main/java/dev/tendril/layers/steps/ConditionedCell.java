package dev.tendril.layers.steps;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.Optional;

/**
 * A cell that starts from what stands at the ports of its node: a memory, an initial vector, a context.
 *
 * @param <S> the state carried from step to step
 */
interface ConditionedCell<S extends CellState> extends Cell<S> {

    /**
     * The state before the first step.
     *
     * @param inputs values at the ports other than the one that is stepped through
     */
    S start(Values inputs, int rows, Pass pass);

    /** Weights over the memory in the step that led to a state, [B, S], if the cell attends. */
    default Optional<Tensor> alignment(S state) {
        return Optional.empty();
    }

    @Override
    default S initialState(int batch, Pass pass) {
        return start(Values.none(), batch, pass);
    }
}

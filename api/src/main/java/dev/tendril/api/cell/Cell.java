package dev.tendril.api.cell;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.List;

/**
 * One step of a recurrence, written as its equation. A step uses only its arguments and the cell's parameters: no fields change,
 * so the engine may trace it once and run it in any way that gives the same numbers. Thread-safe.
 *
 * @param <S> the state carried from step to step
 */
@PluginImplemented
public interface Cell<S extends CellState> {

    /** The state before the first step, usually zeros of shape [batch, H]. */
    S initialState(int batch, Pass pass);

    /**
     * One step.
     *
     * @param x the input of this step, [B, I]
     * @param previous the state after the step before
     * @return the state after this step
     */
    S step(Tensor x, S previous);

    /** What the cell shows of a state, [B, O]; any expression. */
    Tensor output(S state);

    /** The tensor of the state that wrappers act on (zoneout, normalisation, recurrent dropout); the first by default. */
    default Exposed<S> exposed() {
        return Exposed.first();
    }

    /**
     * The tensors of the state that a network may start from a vector it is given, such as an encoder's summary; each of the shape
     * of {@link #output}, [B, O]. The exposed one by default; a cell with more (an LSTM's hidden and cell state) names them all.
     */
    default List<Exposed<S>> startable() {
        return List.of(exposed());
    }
}

package dev.tendril.api.layer;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Value;
import dev.tendril.api.tensor.Pass;

/**
 * A node that also goes through a part of a sequence at once, from any state: to the bit what it gives step by step.
 *
 * @param <S> what it carries
 */
@PluginImplemented
public interface SequenceStepper<S extends CellState> extends Stepper<S> {

    /**
     * All steps of a part of a sequence.
     *
     * @param part with the node's time axis; a row of length 0 keeps its state
     * @param before the state before the part
     */
    Run<S> run(Value part, S before, Pass pass);

    /**
     * What a part of a sequence gives.
     *
     * @param output with the node's time axis
     * @param after each row's state behind its own last step
     * @param <S> the carried state
     */
    record Run<S extends CellState>(Value output, S after) {}
}

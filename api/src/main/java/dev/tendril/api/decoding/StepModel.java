package dev.tendril.api.decoding;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.Optional;

/**
 * The distribution of the next token, given those before: what greedy search, beams and sampling drive.
 *
 * @param <S> what is carried from token to token
 */
@PluginImplemented
public interface StepModel<S extends CellState> {

    /** The pass it computes in. */
    Pass pass();

    /** Number of sequences to generate, B. */
    int rows();

    /** Number of tokens, V. */
    int vocabulary();

    /** The token before the first. */
    int begin();

    /** The token behind the last. */
    int end();

    /** Where it starts: B rows. */
    S start();

    /**
     * One token further. A tensor of the state that no step ever changes, and is returned itself, is taken for the same in all rows
     * that descend from one row of the start.
     *
     * @param tokens the last token of each row, [R]; R may differ from B once rows were gathered
     */
    Scored<S> step(Ids tokens, S state);

    /**
     * Real steps of the source behind the alignments, one length for each of the B rows; empty if the model does not attend.
     * A search leaves out the weights of the steps behind them.
     */
    default Optional<Lengths> sourceLengths() {
        return Optional.empty();
    }

    /**
     * What a step gives.
     *
     * @param logProbabilities of the next token, [R, V]
     * @param state carried on
     * @param alignment weights over the source, [R, S], if the model attends
     * @param <S> the carried state
     */
    record Scored<S extends CellState>(Tensor logProbabilities, S state, Optional<Tensor> alignment) {}
}

package dev.tendril.nlp.search;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.decoding.StepModel;
import dev.tendril.api.tensor.Ids;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where a search stands: the state of the model for every open path, one row a path. Each step computes all of them at once.
 *
 * @param <S> the model's state
 */
final class Frontier<S extends CellState> {
    private final StepModel<S> model;
    private S state;
    private int[] sources;

    Frontier(StepModel<S> model) {
        this.model = model;
        this.state = model.start();
        this.sources = IntStream.range(0, model.rows()).toArray();
    }

    /**
     * Keeps some rows, repeated or in another order.
     *
     * @param parents number of the present row that each new one continues
     */
    void keep(int[] parents) {
        boolean same = parents.length == sources.length
                && IntStream.range(0, parents.length).allMatch(row -> parents[row] == row);
        if (!same) {
            state = model.gather(state, Ids.row(parents));
            sources = Arrays.stream(parents).map(parent -> sources[parent]).toArray();
        }
    }

    /**
     * One step.
     *
     * @param tokens the last token of each row
     */
    StepScores step(int[] tokens) {
        model.pass().cancellation().throwIfCancelled();
        StepModel.Scored<S> scored = model.step(Ids.row(tokens), state);
        state = scored.state();
        double[] alignment =
                scored.alignment().map(weights -> weights.toDoubles()).orElse(new double[0]);
        return new StepScores(
                model.vocabulary(), scored.logProbabilities().toDoubles(), tokens.length, alignment, realSteps());
    }

    /** Real steps of the source behind each row; empty if the model does not say. */
    private int[] realSteps() {
        Lengths lengths = model.sourceLengths().orElse(null);
        return lengths == null
                ? new int[0]
                : Arrays.stream(sources).map(lengths::at).toArray();
    }
}

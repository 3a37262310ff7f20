package dev.tendril.nlp.search;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.decoding.StepModel;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a search stands: the state of the model for every open path, one row a path. Each step computes all of them at once. What the
 * model has never changed, such as the memory it attends to, is the same for all paths of a source and follows no path.
 *
 * @param <S> the model's state
 */
final class Frontier<S extends CellState> {
    private final StepModel<S> model;
    private S state;
    private int[] sources; // of every row
    private final boolean[] changed; // by tensor of the state

    Frontier(StepModel<S> model) {
        this.model = model;
        this.state = model.start();
        this.sources = IntStream.range(0, model.rows()).toArray();
        this.changed = new boolean[States.tensors(state).size()];
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
            int[] kept = Arrays.stream(parents).map(parent -> sources[parent]).toArray();
            state = States.map(state, new Follower(Ids.row(parents), Arrays.equals(kept, sources)));
            sources = kept;
        }
    }

    /** Takes chosen rows of a state, tensor by tensor. */
    private final class Follower implements States.Mapper {
        private final Ids rows;
        private final boolean sameSources;
        private int next;

        Follower(Ids rows, boolean sameSources) {
            this.rows = rows;
            this.sameSources = sameSources;
        }

        @Override
        public Tensor tensor(Tensor tensor) {
            return sameSources && !changed[next++] ? tensor : tensor.gather(rows);
        }

        @Override
        public Noise noise(Noise noise) {
            return noise.gather(rows);
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
        follow(scored.state());
        double[] alignment =
                scored.alignment().map(weights -> weights.toDoubles()).orElse(new double[0]);
        return new StepScores(
                model.vocabulary(), scored.logProbabilities().toDoubles(), tokens.length, alignment, realSteps());
    }

    /** Goes on to the next state, and sees what has changed. */
    private void follow(S next) {
        List<Tensor> before = States.tensors(state);
        List<Tensor> after = States.tensors(next);
        for (int i = 0; i < changed.length; i++) {
            changed[i] |= before.get(i) != after.get(i);
        }
        state = next;
    }

    /** Real steps of the source behind each row; empty if the model does not say. */
    private int[] realSteps() {
        Lengths lengths = model.sourceLengths().orElse(null);
        return lengths == null
                ? new int[0]
                : Arrays.stream(sources).map(lengths::at).toArray();
    }
}

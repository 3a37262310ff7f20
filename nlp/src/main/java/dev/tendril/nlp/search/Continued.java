package dev.tendril.nlp.search;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.decoding.StepModel;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import java.util.List;
import java.util.Optional;

/**
 * A model of one sequence whose first tokens are given: what it gives stands behind them.
 *
 * @param model of the whole sequence, of one row
 * @param prefix its first tokens
 * @param <S> what is carried
 */
public record Continued<S extends CellState>(StepModel<S> model, List<Integer> prefix) implements StepModel<S> {
    public Continued {
        prefix = List.copyOf(prefix);
        if (model.rows() != 1) {
            throw new IllegalArgumentException("one prefix for " + model.rows() + " rows");
        }
    }

    @Override
    public Pass pass() {
        return model.pass();
    }

    @Override
    public int rows() {
        return 1;
    }

    @Override
    public int vocabulary() {
        return model.vocabulary();
    }

    @Override
    public int begin() {
        return model.begin();
    }

    @Override
    public int end() {
        return model.end();
    }

    @Override
    public S start() {
        S state = model.start();
        int last = model.begin();
        for (int token : prefix) {
            pass().cancellation().throwIfCancelled();
            state = model.step(Ids.row(last), state).state();
            last = token;
        }
        return state;
    }

    /** The first step asks for what follows the begin token, which nothing else ever does: here it is what follows the prefix. */
    @Override
    public Scored<S> step(Ids tokens, S state) {
        int last = prefix.isEmpty() ? begin() : prefix.get(prefix.size() - 1);
        Ids behind = Ids.of(tokens.shape(), row -> tokens.at(row) == begin() ? last : tokens.at(row));
        return model.step(behind, state);
    }

    @Override
    public Optional<Lengths> sourceLengths() {
        return model.sourceLengths();
    }
}

package dev.tendril.tensor;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs a cell step by step: the specification of an unroll. A row that has ended keeps its state; padding is replaced by zeros before
 * anything reads it, and reversal is a map of positions, so that every row begins at step 0.
 */
final class Unroller<S extends CellState> {
    private final Cell<S> cell;
    private final Tensor input; // [B, T, I]
    private final Lengths lengths;
    private final UnrollOptions options;
    private final Pass pass;

    private Unroller(Cell<S> cell, Sequence input, UnrollOptions options, Pass pass) {
        this.cell = cell;
        this.input = input.values();
        this.lengths = input.lengths().get(0);
        this.options = options;
        this.pass = pass;
    }

    static <S extends CellState> Unrolled<S> run(
            Cell<S> cell, Sequence input, S initial, UnrollOptions options, Pass pass) {
        return new Unroller<>(cell, input, options, pass).run(initial);
    }

    private Unrolled<S> run(S initial) {
        int steps = input.shape().size(1);
        boolean padded = !lengths.allEqual(steps);
        Ids places = padded || options.reversed() ? places(steps) : Ids.of(Shape.of(0));
        Tensor inOrder = padded || options.reversed() ? input.steps(places) : input;
        List<Tensor> outputs = new ArrayList<>(steps);
        List<S> states = new ArrayList<>();
        S state = initial;
        for (int t = 0; t < lengths.longest(); t++) {
            pass.cancellation().throwIfCancelled();
            state = step(inOrder.at(1, t), state, t, outputs);
            if (options.keepStates()) {
                states.add(state);
            }
        }
        while (options.keepStates() && states.size() < steps) {
            states.add(state);
        }
        Tensor all = inPlace(outputs, initial, steps, places);
        Optional<List<S>> kept = options.keepStates() ? Optional.of(states) : Optional.empty();
        return new Unrolled<>(Sequence.of(all, lengths), state, kept);
    }

    private S step(Tensor x, S previous, int t, List<Tensor> outputs) {
        S next = cell.step(x, previous);
        Tensor output = cell.output(next);
        if (everyRowRuns(t)) {
            outputs.add(output);
            return next;
        }
        Tensor active = active(t);
        outputs.add(States.selectRows(active, output, pass.zeros(output.shape())));
        return States.zip(
                next,
                previous,
                (fresh, old) -> fresh == old || !fresh.shape().equals(old.shape())
                        ? fresh // constant, or growing: a row that has ended masks what it does not attend to
                        : States.selectRows(active, fresh, old));
    }

    /** The outputs [B, T, O], each at the place of its input. */
    private Tensor inPlace(List<Tensor> outputs, S initial, int steps, Ids places) {
        if (outputs.isEmpty()) {
            Shape output = cell.output(initial).shape();
            return pass.zeros(output.insert(1, steps));
        }
        Tensor last = outputs.get(outputs.size() - 1);
        while (outputs.size() < steps) {
            outputs.add(pass.zeros(last.shape()));
        }
        Tensor inOrder = Tensor.stack(1, outputs.toArray(Tensor[]::new));
        return options.reversed() ? inOrder.steps(places) : inOrder; // the map is its own inverse
    }

    /** Which step of the input each row takes at each step, [B, T]; −1 in the padding. */
    private Ids places(int steps) {
        int[] places = new int[Math.multiplyExact(lengths.rows(), steps)];
        for (int row = 0; row < lengths.rows(); row++) {
            int length = lengths.at(row);
            for (int t = 0; t < steps; t++) {
                int place = options.reversed() ? length - 1 - t : t;
                places[row * steps + t] = t < length ? place : -1;
            }
        }
        return Ids.of(Shape.of(lengths.rows(), steps), places);
    }

    private boolean everyRowRuns(int t) {
        for (int row = 0; row < lengths.rows(); row++) {
            if (lengths.at(row) <= t) {
                return false;
            }
        }
        return true;
    }

    /** [B], 1 for the rows that still run. */
    private Tensor active(int t) {
        double[] active = new double[lengths.rows()];
        for (int row = 0; row < active.length; row++) {
            active[row] = lengths.at(row) > t ? 1 : 0;
        }
        return pass.tensor(Shape.of(active.length), active);
    }
}

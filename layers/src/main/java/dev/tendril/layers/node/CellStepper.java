package dev.tendril.layers.node;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.layer.SequenceStepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import java.util.Optional;

/**
 * A cell going through a sequence of vectors one step at a time.
 *
 * @param cell whose output is shown
 * @param <S> its state
 */
record CellStepper<S extends CellState>(Cell<S> cell) implements SequenceStepper<S> {
    @Override
    public S initialState(Values inputs, int rows, Pass pass) {
        return cell.initialState(rows, pass);
    }

    @Override
    public Stepped<S> step(Value input, S previous, Pass pass) {
        var stepped = pass.engine().step(cell, ((Sequence) input).in(pass).values(), previous);
        return new Stepped<>(Sequence.vector(stepped.output()), stepped.state(), Optional.empty());
    }

    @Override
    public Run<S> run(Value part, S before, Pass pass) {
        Unrolled<S> unrolled = pass.engine().unroll(cell, ((Sequence) part).in(pass), before, UnrollOptions.forward());
        return new Run<>(unrolled.outputs(), unrolled.last());
    }
}

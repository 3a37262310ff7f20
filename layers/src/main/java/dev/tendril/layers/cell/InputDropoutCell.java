package dev.tendril.layers.cell;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.Exposed;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.List;

/**
 * Dropout of the input of any cell, drawn anew each step (Zaremba et al. 2014).
 *
 * @param <S> the state of the cell inside
 */
public final class InputDropoutCell<S extends CellState> implements Cell<InputDropoutCell.State<S>> {
    private final Cell<S> inner;
    private final Dropout dropout;

    /** A cell whose input is thinned. */
    public InputDropoutCell(Cell<S> inner, Dropout dropout) {
        this.inner = inner;
        this.dropout = dropout;
    }

    /**
     * What is carried from step to step.
     *
     * @param inner of the cell inside
     * @param noise of the next step
     * @param <S> the state of the cell inside
     */
    public record State<S extends CellState>(S inner, Noise noise) implements CellState {}

    @Override
    public State<S> initialState(int batch, Pass pass) {
        return new State<>(inner.initialState(batch, pass), dropout.start(batch, pass));
    }

    @Override
    public State<S> step(Tensor x, State<S> previous) {
        S next = inner.step(dropout.step(x, previous.noise()), previous.inner());
        return new State<>(next, previous.noise().next());
    }

    @Override
    public Tensor output(State<S> state) {
        return inner.output(state.inner());
    }

    @Override
    public Exposed<State<S>> exposed() {
        return inside(inner.exposed());
    }

    @Override
    public List<Exposed<State<S>>> startable() {
        return inner.startable().stream().map(this::inside).toList();
    }

    private Exposed<State<S>> inside(Exposed<S> view) {
        return view.inside(State::inner, (state, changed) -> new State<>(changed, state.noise()));
    }
}

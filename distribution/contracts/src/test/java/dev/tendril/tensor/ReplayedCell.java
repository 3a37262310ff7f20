package dev.tendril.tensor;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.List;

/**
 * A cell whose step is not run but replayed from a trace that was made of it once.
 *
 * @param <S> the state of the traced cell
 */
public final class ReplayedCell<S extends CellState> implements Cell<ReplayedCell.State<S>> {
    private final Cell<S> traced;
    private final Trace<S> trace;

    private ReplayedCell(Cell<S> traced, Trace<S> trace) {
        this.traced = traced;
        this.trace = trace;
    }

    /**
     * What is carried from step to step.
     *
     * @param inner of the traced cell
     * @param shown what the trace gave as output
     * @param <S> the state of the traced cell
     */
    public record State<S extends CellState>(S inner, Tensor shown) implements CellState {}

    /**
     * Traces a step of a cell.
     *
     * @param example a state of the shapes that will be met
     */
    public static <S extends CellState> ReplayedCell<S> of(
            TendrilEngine engine, Cell<S> cell, Shape x, S example, boolean training) {
        return new ReplayedCell<>(cell, Tracer.trace(engine, cell, x, example, training));
    }

    /** What becomes of each tensor of the traced cell's state: {@code CARRIED}, {@code CONSTANT} or {@code GROWING}. */
    public List<String> kinds() {
        return trace.kinds().stream().map(Enum::name).toList();
    }

    /** A state of the traced cell as one of this. */
    public State<S> state(S inner) {
        return new State<>(inner, traced.output(inner));
    }

    @Override
    public State<S> initialState(int batch, Pass pass) {
        return state(traced.initialState(batch, pass));
    }

    @Override
    public State<S> step(Tensor x, State<S> previous) {
        Trace.Replayed<S> replayed = trace.replay(x, previous.inner());
        return new State<>(replayed.next(), replayed.output());
    }

    @Override
    public Tensor output(State<S> state) {
        return state.shown();
    }
}

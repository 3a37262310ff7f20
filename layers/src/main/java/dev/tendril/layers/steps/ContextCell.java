package dev.tendril.layers.steps;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.Optional;

/**
 * One vector seen by every step and by the readout (Cho et al. 2014).
 * <pre>
 *   s′ = step([x; c], s)
 *   output: [output(s′); c]
 * </pre>
 * Shapes: {@code x [B, I]}, {@code c [B, C]}, output {@code [B, O + C]}.
 *
 * @param inner the cell that steps
 * @param <S> the state of the cell inside
 */
record ContextCell<S extends CellState>(ConditionedCell<S> inner) implements ConditionedCell<ContextCell.State<S>> {

    /**
     * What is carried from step to step.
     *
     * @param inner of the cell inside
     * @param context c, [B, C], constant
     * @param <S> the state of the cell inside
     */
    public record State<S extends CellState>(S inner, Tensor context) implements CellState {}

    @Override
    public State<S> start(Values inputs, int rows, Pass pass) {
        Tensor context = inputs.sequence(RecurrentSteps.CONTEXT).in(pass).values();
        return new State<>(inner.start(inputs, rows, pass), context);
    }

    @Override
    public State<S> step(Tensor x, State<S> previous) {
        S next = inner.step(x.concat(-1, previous.context()), previous.inner()); // [B, I + C]
        return new State<>(next, previous.context());
    }

    @Override
    public Tensor output(State<S> state) {
        return inner.output(state.inner()).concat(-1, state.context());
    }

    @Override
    public Optional<Tensor> alignment(State<S> state) {
        return inner.alignment(state.inner());
    }
}

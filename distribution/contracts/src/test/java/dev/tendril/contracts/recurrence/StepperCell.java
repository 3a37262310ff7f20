package dev.tendril.contracts.recurrence;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Stepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/**
 * A node that goes step by step, as a cell: what the steps of a decoder are.
 *
 * @param stepper of the node
 * @param outputSize features of the node's output
 * @param <S> what the node carries
 */
record StepperCell<S extends CellState>(Stepper<S> stepper, int outputSize) implements Cell<StepperCell.State<S>> {

    /**
     * What is carried from step to step.
     *
     * @param inner of the node
     * @param shown the node's output, [B, O]
     * @param <S> what the node carries
     */
    public record State<S extends CellState>(S inner, Tensor shown) implements CellState {}

    /** The state before the first step, given the values at the node's other ports. */
    State<S> start(Values given, int rows, Pass pass) {
        return new State<>(stepper.initialState(given, rows, pass), pass.zeros(Shape.of(rows, outputSize)));
    }

    @Override
    public State<S> initialState(int batch, Pass pass) {
        return start(Values.none(), batch, pass);
    }

    @Override
    public State<S> step(Tensor x, State<S> previous) {
        Stepper.Stepped<S> stepped = stepper.step(Sequence.vector(x), previous.inner(), x.pass());
        return new State<>(stepped.state(), ((Sequence) stepped.output()).values());
    }

    @Override
    public Tensor output(State<S> state) {
        return state.shown();
    }
}

package dev.tendril.testkit.planted;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.function.BinaryOperator;

/**
 * {@code h′ = f(x, h)}, x and h of one size.
 *
 * @param units H
 * @param function f
 */
record PlainCell(int units, BinaryOperator<Tensor> function) implements Cell<PlainCell.State> {

    /**
     * What is carried.
     *
     * @param h the hidden state
     */
    public record State(Tensor h) implements CellState {}

    @Override
    public State initialState(int batch, Pass pass) {
        return new State(pass.zeros(Shape.of(batch, units)));
    }

    @Override
    public State step(Tensor x, State previous) {
        return new State(function.apply(x, previous.h()));
    }

    @Override
    public Tensor output(State state) {
        return state.h();
    }
}

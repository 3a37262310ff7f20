package dev.tendril.contracts.recurrence;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/**
 * A cell that remembers what nothing reads again, so that the whole of it can be computed around the loop.
 * <pre>
 *   a′ = tanh x
 *   h′ = a′ ⊙ a′
 * </pre>
 * Shapes: {@code x [B, H]}, {@code a [B, H]}, {@code h [B, H]}.
 *
 * @param units H
 */
record SquaringCell(int units) implements Cell<SquaringCell.State> {

    /**
     * What is carried from step to step.
     *
     * @param h the square
     * @param a what was squared
     */
    public record State(Tensor h, Tensor a) implements CellState {}

    @Override
    public State initialState(int batch, Pass pass) {
        return new State(pass.zeros(Shape.of(batch, units)), pass.zeros(Shape.of(batch, units)));
    }

    @Override
    public State step(Tensor x, State previous) {
        Tensor a = x.tanh();
        return new State(a.times(a), a);
    }

    @Override
    public Tensor output(State state) {
        return state.h();
    }
}

package dev.tendril.contracts.recurrence;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.List;

/**
 * A cell, and what it starts from.
 *
 * @param parameters of the cell
 * @param cell that steps
 * @param inputSize features of its input
 * @param given shapes of what the first state of one row is made from, such as a memory
 * @param starting makes the first state
 * @param <S> its state
 */
record Recurrence<S extends CellState>(
        ParameterStore parameters, Cell<S> cell, int inputSize, List<Shape> given, Starting<S> starting) {

    /** A cell that starts from nothing but its own initial state. */
    static <S extends CellState> Recurrence<S> of(ParameterStore parameters, Cell<S> cell, int inputSize) {
        return new Recurrence<>(
                parameters, cell, inputSize, List.of(), (given, rows, pass) -> cell.initialState(rows, pass));
    }

    /**
     * Makes a first state.
     *
     * @param <S> the state
     */
    @FunctionalInterface
    interface Starting<S extends CellState> {
        /** The state of so many rows before the first step, from tensors of the given shapes. */
        S state(List<Tensor> given, int rows, Pass pass);
    }

    /** Shapes of what the first state of so many rows is made from. */
    List<Shape> given(int rows) {
        return given.stream().map(shape -> shape.insert(0, rows)).toList();
    }
}

package dev.tendril.tensor;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Sequence;

/** Runs a cell step by step, whether or not it can be planned. */
public final class Interpreter {
    private Interpreter() {}

    /** Unrolls a cell; the input belongs to a pass. */
    public static <S extends CellState> Unrolled<S> unroll(
            Cell<S> cell, Sequence input, S initial, UnrollOptions options) {
        return Unroller.run(cell, input, initial, options, input.values().pass());
    }
}

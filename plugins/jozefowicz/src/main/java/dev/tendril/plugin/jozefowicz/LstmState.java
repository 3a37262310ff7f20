package dev.tendril.plugin.jozefowicz;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.Exposed;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.List;

/**
 * What an LSTM carries from step to step.
 *
 * @param h the hidden state, [B, H]
 * @param c the cell state, [B, H]
 */
public record LstmState(Tensor h, Tensor c) implements CellState {

    /** Zeros, before the first step. */
    static LstmState zeros(int batch, int units, Pass pass) {
        return new LstmState(pass.zeros(Shape.of(batch, units)), pass.zeros(Shape.of(batch, units)));
    }

    /** Both tensors: a network may start from either. */
    static List<Exposed<LstmState>> startable() {
        return List.of(
                new Exposed<>(LstmState::h, (state, h) -> new LstmState(h, state.c())),
                new Exposed<>(LstmState::c, (state, c) -> new LstmState(state.h(), c)));
    }
}

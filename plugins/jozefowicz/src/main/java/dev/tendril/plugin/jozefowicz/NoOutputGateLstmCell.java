package dev.tendril.plugin.jozefowicz;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.Exposed;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.List;

/**
 * Long short-term memory without an output gate (Jozefowicz et al. 2015, LSTM-o): the whole cell state is shown.
 * <pre>
 *   i = σ(U_i x + W_i h + b_i)      input gate
 *   f = σ(U_f x + W_f h + b_f)      forget gate: 1 keeps the cell state
 *   g = tanh(U_g x + W_g h + b_g)   new content
 *   c′ = f ⊙ c + i ⊙ g
 *   h′ = tanh(c′)
 * </pre>
 * b_f starts at 1 (Jozefowicz et al. 2015). Shapes: {@code x [B, I]}, {@code h [B, H]}, {@code c [B, H]}. Parameters U [H, I], W [H, H] and b [H] of
 * {@code input}, {@code forget} and {@code content}.
 */
final class NoOutputGateLstmCell implements Cell<LstmState> {
    private final int units;
    private final Gate input;
    private final Gate forget;
    private final Gate content;

    NoOutputGateLstmCell(LstmParameters parameters, CellContext context) {
        Weights weights = parameters.weights(context);
        this.units = parameters.units();
        this.input = weights.gate("input");
        this.forget = weights.gate("forget", parameters.forgetBias());
        this.content = weights.gate("content");
    }

    @Override
    public LstmState initialState(int batch, Pass pass) {
        return LstmState.zeros(batch, units, pass);
    }

    @Override
    public LstmState step(Tensor x, LstmState previous) {
        Tensor h = previous.h();
        Tensor i = input.of(x, h).sigmoid();
        Tensor f = forget.of(x, h).sigmoid();
        Tensor g = content.of(x, h).tanh();
        Tensor c = f.times(previous.c()).plus(i.times(g));
        return new LstmState(c.tanh(), c);
    }

    @Override
    public Tensor output(LstmState state) {
        return state.h();
    }

    @Override
    public List<Exposed<LstmState>> startable() {
        return LstmState.startable();
    }
}

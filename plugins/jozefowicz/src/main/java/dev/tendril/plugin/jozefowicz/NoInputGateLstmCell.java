package dev.tendril.plugin.jozefowicz;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.Exposed;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.List;

/**
 * Long short-term memory without an input gate (Jozefowicz et al. 2015, LSTM-i): all new content is taken.
 * <pre>
 *   f = σ(U_f x + W_f h + b_f)      forget gate: 1 keeps the cell state
 *   g = tanh(U_g x + W_g h + b_g)   new content
 *   o = σ(U_o x + W_o h + b_o)      output gate
 *   c′ = f ⊙ c + g
 *   h′ = o ⊙ tanh(c′)
 * </pre>
 * b_f starts at 1 (Jozefowicz et al. 2015). Shapes: {@code x [B, I]}, {@code h [B, H]}, {@code c [B, H]}. Parameters U [H, I], W [H, H] and b [H] of
 * {@code forget}, {@code content} and {@code output}.
 */
final class NoInputGateLstmCell implements Cell<LstmState> {
    private final int units;
    private final Gate forget;
    private final Gate content;
    private final Gate output;

    NoInputGateLstmCell(LstmParameters parameters, CellContext context) {
        Weights weights = parameters.weights(context);
        this.units = parameters.units();
        this.forget = weights.gate("forget", parameters.forgetBias());
        this.content = weights.gate("content");
        this.output = weights.gate("output");
    }

    @Override
    public LstmState initialState(int batch, Pass pass) {
        return LstmState.zeros(batch, units, pass);
    }

    @Override
    public LstmState step(Tensor x, LstmState previous) {
        Tensor h = previous.h();
        Tensor f = forget.of(x, h).sigmoid();
        Tensor g = content.of(x, h).tanh();
        Tensor o = output.of(x, h).sigmoid();
        Tensor c = f.times(previous.c()).plus(g);
        return new LstmState(o.times(c.tanh()), c);
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

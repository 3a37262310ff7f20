package dev.tendril.plugin.jozefowicz;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.Exposed;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.List;

/**
 * Long short-term memory without a forget gate (Hochreiter and Schmidhuber 1997; LSTM-f of Jozefowicz et al. 2015): nothing is
 * forgotten.
 * <pre>
 *   i = σ(U_i x + W_i h + b_i)      input gate
 *   g = tanh(U_g x + W_g h + b_g)   new content
 *   o = σ(U_o x + W_o h + b_o)      output gate
 *   c′ = c + i ⊙ g
 *   h′ = o ⊙ tanh(c′)
 * </pre>
 * Shapes: {@code x [B, I]}, {@code h [B, H]}, {@code c [B, H]}. Parameters U [H, I], W [H, H] and b [H] of
 * {@code input}, {@code content} and {@code output}.
 */
final class NoForgetGateLstmCell implements Cell<LstmState> {
    private final int units;
    private final Gate input;
    private final Gate content;
    private final Gate output;

    NoForgetGateLstmCell(GatedParameters parameters, CellContext context) {
        Weights weights = parameters.weights(context);
        this.units = parameters.units();
        this.input = weights.gate("input");
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
        Tensor i = input.of(x, h).sigmoid();
        Tensor g = content.of(x, h).tanh();
        Tensor o = output.of(x, h).sigmoid();
        Tensor c = previous.c().plus(i.times(g));
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

package dev.tendril.plugin.jozefowicz;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.Exposed;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.List;

/**
 * Long short-term memory with peephole connections: its gates see the cell state (Gers et al. 2002, section 2.2).
 * <pre>
 *   i = σ(U_i x + W_i h + p_i ⊙ c + b_i)    input gate
 *   f = σ(U_f x + W_f h + p_f ⊙ c + b_f)    forget gate: 1 keeps the cell state
 *   g = tanh(U_g x + W_g h + b_g)           new content
 *   c′ = f ⊙ c + i ⊙ g
 *   o = σ(U_o x + W_o h + p_o ⊙ c′ + b_o)   output gate
 *   h′ = o ⊙ tanh(c′)
 * </pre>
 * b_f starts at 1 (Jozefowicz et al. 2015), p at 0. Shapes: {@code x [B, I]}, {@code h [B, H]}, {@code c [B, H]}. Parameters U [H, I],
 * W [H, H], b [H] and p [H] of {@code input}, {@code forget}, {@code content} (without p) and {@code output}.
 */
final class PeepholeLstmCell implements Cell<LstmState> {
    private final int units;
    private final Gate input;
    private final Gate forget;
    private final Gate content;
    private final Gate output;
    private final Parameter inputPeephole;
    private final Parameter forgetPeephole;
    private final Parameter outputPeephole;

    PeepholeLstmCell(LstmParameters parameters, CellContext context) {
        Weights weights = parameters.weights(context);
        this.units = parameters.units();
        this.input = weights.gate("input");
        this.forget = weights.gate("forget", parameters.forgetBias());
        this.content = weights.gate("content");
        this.output = weights.gate("output");
        this.inputPeephole = weights.peephole("input");
        this.forgetPeephole = weights.peephole("forget");
        this.outputPeephole = weights.peephole("output");
    }

    @Override
    public LstmState initialState(int batch, Pass pass) {
        return LstmState.zeros(batch, units, pass);
    }

    @Override
    public LstmState step(Tensor x, LstmState previous) {
        Tensor h = previous.h();
        Tensor i = input.of(x, h).plus(inputPeephole.times(previous.c())).sigmoid();
        Tensor f = forget.of(x, h).plus(forgetPeephole.times(previous.c())).sigmoid();
        Tensor g = content.of(x, h).tanh();
        Tensor c = f.times(previous.c()).plus(i.times(g));
        Tensor o = output.of(x, h).plus(outputPeephole.times(c)).sigmoid();
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

package dev.tendril.plugin.jozefowicz;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;

/**
 * The mutated cell MUT3 (Jozefowicz et al. 2015, section 4).
 * <pre>
 *   z = σ(U_z x + W_z tanh(h) + b_z)        update gate: 1 takes the new content
 *   r = σ(U_r x + W_r h + b_r)              reset gate
 *   n = tanh(W_n (r ⊙ h) + U_n x + b_n)     new content
 *   h′ = n ⊙ z + h ⊙ (1 − z)
 * </pre>
 * Its input never stands bare. Shapes: {@code x [B, I]}, {@code h [B, H]}. Parameters U [H, I], W [H, H] and b [H] of {@code update},
 * {@code reset} and {@code content}.
 */
final class Mut3Cell implements Cell<MutState> {
    private final int units;
    private final Gate update;
    private final Gate reset;
    private final Gate content;

    Mut3Cell(GatedParameters parameters, CellContext context) {
        Weights weights = parameters.weights(context);
        this.units = parameters.units();
        this.update = weights.gate("update");
        this.reset = weights.gate("reset");
        this.content = weights.gate("content");
    }

    @Override
    public MutState initialState(int batch, Pass pass) {
        return MutState.zeros(batch, units, pass);
    }

    @Override
    public MutState step(Tensor x, MutState previous) {
        Tensor h = previous.h();
        Tensor z = update.of(x, h.tanh()).sigmoid();
        Tensor r = reset.of(x, h).sigmoid();
        Tensor n = content.of(x, r.times(h)).tanh();
        return previous.mixed(z, n);
    }

    @Override
    public Tensor output(MutState state) {
        return state.h();
    }
}

package dev.tendril.plugin.jozefowicz;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;

/**
 * The mutated cell MUT2 (Jozefowicz et al. 2015, section 4).
 * <pre>
 *   z = σ(U_z x + W_z h + b_z)              update gate: 1 takes the new content
 *   r = σ(x + W_r h + b_r)                  reset gate
 *   n = tanh(W_n (r ⊙ h) + U_n x + b_n)     new content
 *   h′ = n ⊙ z + h ⊙ (1 − z)
 * </pre>
 * The bare x wants I = H; projected, U_r x stands for it. Shapes: {@code x [B, I]}, {@code h [B, H]}. Parameters U [H, I], W [H, H] and b [H]
 * of {@code update}, {@code reset} (U only if projected) and {@code content}.
 */
final class Mut2Cell implements Cell<MutState> {
    private final int units;
    private final Gate update;
    private final BareInput bare;
    private final Parameter resetState;
    private final Parameter resetBias;
    private final Gate content;

    Mut2Cell(BareParameters parameters, CellContext context) {
        Weights weights = parameters.weights(context);
        this.units = parameters.units();
        this.update = weights.gate("update");
        this.bare = BareInput.of(parameters, weights, "reset");
        this.resetState = weights.onState("reset");
        this.resetBias = weights.bias("reset", 0);
        this.content = weights.gate("content");
    }

    @Override
    public MutState initialState(int batch, Pass pass) {
        return MutState.zeros(batch, units, pass);
    }

    @Override
    public MutState step(Tensor x, MutState previous) {
        Tensor h = previous.h();
        Tensor z = update.of(x, h).sigmoid();
        Tensor r = h.linear(resetState, resetBias).plus(bare.of(x)).sigmoid();
        Tensor n = content.of(x, r.times(h)).tanh();
        return previous.mixed(z, n);
    }

    @Override
    public Tensor output(MutState state) {
        return state.h();
    }
}

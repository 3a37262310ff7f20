package dev.tendril.plugin.jozefowicz;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;

/**
 * The mutated cell MUT1 (Jozefowicz et al. 2015, section 4).
 * <pre>
 *   z = σ(U_z x + b_z)                      update gate: 1 takes the new content
 *   r = σ(U_r x + W_r h + b_r)              reset gate
 *   n = tanh(W_n (r ⊙ h) + tanh(x) + b_n)   new content
 *   h′ = n ⊙ z + h ⊙ (1 − z)
 * </pre>
 * The bare x wants I = H; projected, U_n x stands for it. Shapes: {@code x [B, I]}, {@code h [B, H]}. Parameters U [H, I], W [H, H] and b [H]
 * of {@code update} (without W), {@code reset} and {@code content} (U only if projected).
 */
final class Mut1Cell implements Cell<MutState> {
    private final int units;
    private final Parameter updateInput;
    private final Parameter updateBias;
    private final Gate reset;
    private final BareInput bare;
    private final Parameter contentState;
    private final Parameter contentBias;

    Mut1Cell(BareParameters parameters, CellContext context) {
        Weights weights = parameters.weights(context);
        this.units = parameters.units();
        this.updateInput = weights.onInput("update");
        this.updateBias = weights.bias("update", 0);
        this.reset = weights.gate("reset");
        this.bare = BareInput.of(parameters, weights, "content");
        this.contentState = weights.onState("content");
        this.contentBias = weights.bias("content", 0);
    }

    @Override
    public MutState initialState(int batch, Pass pass) {
        return MutState.zeros(batch, units, pass);
    }

    @Override
    public MutState step(Tensor x, MutState previous) {
        Tensor h = previous.h();
        Tensor z = x.linear(updateInput, updateBias).sigmoid();
        Tensor r = reset.of(x, h).sigmoid();
        Tensor n = r.times(h)
                .linear(contentState, contentBias)
                .plus(bare.of(x).tanh())
                .tanh();
        return previous.mixed(z, n);
    }

    @Override
    public Tensor output(MutState state) {
        return state.h();
    }
}

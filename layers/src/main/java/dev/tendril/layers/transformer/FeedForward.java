package dev.tendril.layers.transformer;

import dev.tendril.api.cell.NoState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Activation;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.node.Affine;

/**
 * A network of two layers, applied to every step alone (Vaswani et al. 2017, section 3.3).
 * <pre>
 *   y = U_o φ(U_i x + b_i) + b_o
 * </pre>
 * Shapes: {@code x [..., D]}, {@code U_i [F, D]}, {@code U_o [D, F]}. Parameters: {@code U} and {@code b} of {@code inner} and
 * {@code outer}.
 *
 * @param inner U_i and b_i
 * @param activation φ
 * @param outer U_o and b_o
 */
record FeedForward(Affine inner, Activation activation, Affine outer) implements Sublayer<NoState> {
    @Override
    public NoState start(Values inputs, int rows, Pass pass) {
        return new NoState();
    }

    @Override
    public Tensor all(Sequence x, NoState start) {
        return of(x.values());
    }

    @Override
    public Stepped<NoState> step(Tensor x, NoState previous) {
        return new Stepped<>(of(x), previous);
    }

    private Tensor of(Tensor x) {
        return outer.of(activation.apply(inner.of(x)));
    }
}

package dev.tendril.layers.transformer;

import dev.tendril.api.layer.ComponentContext;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.node.Affine;

/**
 * Multi-head attention (Vaswani et al. 2017, section 3.2.2).
 * <pre>
 *   Q = U_q x     K = U_k m     V = U_v m               each cut into H heads of size D / H
 *   head_h = softmax(Q_h K_hᵀ / √(D / H)) V_h
 *   y = U_o [head_1; …; head_H]
 * </pre>
 * Shapes: {@code x [B, T, D]}, {@code m [B, S, M]}, {@code y [B, T, D]}. Parameters: {@code query.U [D, D]},
 * {@code key.U [D, M]}, {@code value.U [D, M]}, {@code output.U [D, D]}.
 *
 * @param query to Q
 * @param key to K
 * @param value to V
 * @param output from the heads side by side
 * @param heads H
 */
record MultiHeadAttention(Affine query, Affine key, Affine value, Affine output, int heads) {

    /** Sizes: {@code units} is D and {@code memory} is M. */
    record Size(int units, int memory, int heads) {}

    static MultiHeadAttention of(ComponentContext context, Size size, Initializer initializer) {
        return new MultiHeadAttention(
                Affine.unbiased(context.scope("query"), size.units, size.units, initializer),
                Affine.unbiased(context.scope("key"), size.memory, size.units, initializer),
                Affine.unbiased(context.scope("value"), size.memory, size.units, initializer),
                Affine.unbiased(context.scope("output"), size.units, size.units, initializer),
                size.heads);
    }

    /** D. */
    int units() {
        return output.weight().shape().size(0);
    }

    /** y, of queries, keys and values that are projected. */
    Tensor attend(Tensor queries, Tensor keys, Tensor values, Tensor mask, boolean causal) {
        return output.of(queries.attend(keys, values, mask, heads, causal));
    }
}

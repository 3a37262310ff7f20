package dev.tendril.layers.attention;

import dev.tendril.api.layer.Compatibility;
import dev.tendril.api.tensor.Tensor;

/**
 * Dot product of query and key, times a factor: 1 (Luong et al. 2015) or 1 / √D (Vaswani et al. 2017).
 * <pre>
 *   score_s = scale · qᵀ k_s
 * </pre>
 * Shapes: {@code q [B, D]}, {@code k [B, S, D]}. No parameters.
 */
final class DotCompatibility implements Compatibility {
    private final double scale;

    DotCompatibility(double scale) {
        this.scale = scale;
    }

    @Override
    public Tensor scores(Tensor query, Tensor keys) {
        Tensor products = products(query, keys);
        return scale == 1 ? products : products.times(scale);
    }

    /** qᵀ k_s for every step: [B, D] and [B, S, D] → [B, S]. */
    static Tensor products(Tensor query, Tensor keys) {
        return keys.matmul(query.unsqueeze(-1)).squeeze(-1);
    }
}

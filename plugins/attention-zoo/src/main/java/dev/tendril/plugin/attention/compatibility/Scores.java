package dev.tendril.plugin.attention.compatibility;

import dev.tendril.api.tensor.Tensor;

/** What several compatibilities compute. */
public final class Scores {
    private Scores() {}

    /** qᵀ k_s for every step: [B, K] and [B, S, K] → [B, S]. */
    public static Tensor products(Tensor query, Tensor keys) {
        return keys.matmul(query.unsqueeze(-1)).squeeze(-1);
    }

    /**
     * {@code x Uᵀ} of every step of a memory, as a product of each row's matrix: the form in which it may stand inside a step.
     *
     * @param x [B, S, I]
     * @param weight [O, I]
     * @return [B, S, O]
     */
    public static Tensor linear(Tensor x, Tensor weight) {
        return x.matmul(x.pass().attach(weight).transpose(0, 1).unsqueeze(0));
    }

    /**
     * {@link #linear} with the features of the result before its steps.
     *
     * @param x [B, S, I]
     * @param weight [O, I]
     * @return [B, O, S]
     */
    public static Tensor transposed(Tensor x, Tensor weight) {
        return x.pass().attach(weight).unsqueeze(0).matmul(x.transpose(1, 2));
    }
}

package dev.tendril.plugin.attention.distribution;

import dev.tendril.api.spi.DistributionProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.tensor.Tensor;

/**
 * The point of the probability simplex that lies nearest to the scores; most of its weights are 0 (Martins and Astudillo 2016).
 * <pre>
 *   step s is in the support K exactly if Σ_t max(e_t − e_s, 0) ≤ 1
 *   τ = (Σ_{s ∈ K} e_s − 1) / |K|
 *   a_s = max(e_s − τ, 0)
 * </pre>
 * The condition is the paper's, 1 + k e_(k) &gt; Σ_{j ≤ k} e_(j), written without sorting: the k-th largest score lies Σ_{j ≤ k} e_(j) −
 * k e_(k) below all larger ones together. Where both are equal, the weight is 0 in and out of the support. The support changes with the
 * scores only where two pieces meet, so the gradient is exact: g minus its mean over the support, on the support. Work grows with the
 * square of S.
 */
public final class Sparsemax {
    private Sparsemax() {}

    static Tensor weights(Tensor scores, Tensor mask) {
        Tensor known = mask.select(scores, 0);
        Tensor larger = known.unsqueeze(1).minus(known.unsqueeze(2)).relu(); // [B, S, S], how far t exceeds s
        Tensor excess = larger.times(mask.unsqueeze(1)).sum(-1); // [B, S]
        Tensor support = mask.times(excess.greaterThan(1).oneMinus());
        Tensor size = support.sum(-1).unsqueeze(-1); // [B, 1]
        Tensor threshold = support.times(known)
                .sum(-1)
                .unsqueeze(-1)
                .plus(-1)
                .dividedBy(size.greaterThan(0).select(size, 1));
        return support.times(known.minus(threshold).relu());
    }

    /** Registers it. */
    public static DistributionProvider<NoParameters> provider() {
        return new Plain(
                "sparsemax",
                "The nearest point of the probability simplex, with many weights of 0 (Martins and Astudillo 2016).",
                Sparsemax::weights);
    }
}

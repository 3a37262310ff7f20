package dev.tendril.plugin.attention.distribution;

import dev.tendril.api.spi.DistributionProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.tensor.Tensor;

/**
 * Every step weighs for itself; the weights of a row have no fixed sum (Galassi et al. 2021, section on distribution functions).
 * <pre>
 *   a_s = σ(e_s)      0 in the padding
 * </pre>
 */
public final class Sigmoid {
    private Sigmoid() {}

    static Tensor weights(Tensor scores, Tensor mask) {
        return mask.select(scores, 0).sigmoid().times(mask);
    }

    /** Registers it. */
    public static DistributionProvider<NoParameters> provider() {
        return new Plain("sigmoid", "The sigmoid of each score by itself.", Sigmoid::weights);
    }
}

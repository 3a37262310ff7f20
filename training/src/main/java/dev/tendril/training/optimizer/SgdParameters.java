package dev.tendril.training.optimizer;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;

/**
 * Parameters of {@code sgd}.
 *
 * @param learningRate α
 * @param momentum μ
 * @param nesterov whether the gradient is taken as if at the look-ahead point
 * @param weightDecay λ
 */
public record SgdParameters(
        @Param("Size of a step.") @Range(min = 0, minExclusive = true)
        double learningRate,

        @Param("Share of the last step's velocity that is kept; 0 remembers nothing.")
        @Default("0.0")
        @Range(min = 0, max = 1, maxExclusive = true)
        double momentum,

        @Param("Whether the velocity is applied as Nesterov's accelerated gradient; wants momentum.") @Default("false")
        boolean nesterov,

        @Param("Factor of the parameter that is added to its gradient.") @Default("0.0") @Range(min = 0)
        double weightDecay) {
    public SgdParameters {
        if (nesterov && momentum == 0) {
            throw new InvalidParameter(
                    "nesterov", "nesterov wants a momentum greater than 0; set momentum, such as 0.9");
        }
    }
}

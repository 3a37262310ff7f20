package dev.tendril.plugin.optimizers;

import dev.tendril.api.cell.State;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;

/**
 * Lion: steps of one size along the sign of an interpolated momentum (Chen et al. 2023, program 1).
 * <pre>
 *   c  = β₁ m + (1 − β₁) g
 *   θ′ = θ − α (sign(c) + λ θ)
 *   m′ = β₂ m + (1 − β₂) g
 * </pre>
 * α is the learning rate, which wants to be some three to ten times smaller than Adam's; sign(0) = 0; m is 0 before the first update.
 */
final class Lion implements Optimizer<Lion.Momentum> {
    private final Parameters parameters;

    Lion(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * What is remembered.
     *
     * @param m momentum, of the parameter's shape
     */
    public record Momentum(Tensor m) implements State {}

    /**
     * Parameters of {@link Lion}.
     *
     * @param learningRate α
     * @param beta1 β₁
     * @param beta2 β₂
     * @param weightDecay λ
     */
    public record Parameters(
            @Param("Size of a step.") @Default("0.0001") @Range(min = 0, minExclusive = true)
            double learningRate,

            @Param("Share of the momentum in the direction of a step.")
            @Default("0.9")
            @Range(min = 0, max = 1, maxExclusive = true)
            double beta1,

            @Param("Decay of the momentum.") @Default("0.99") @Range(min = 0, max = 1, maxExclusive = true)
            double beta2,

            @Param("Share of the parameter, times the learning rate, that is taken off at each update.")
            @Default("0.0")
            @Range(min = 0)
            double weightDecay) {}

    @Override
    public double learningRate() {
        return parameters.learningRate();
    }

    @Override
    public Lion.Momentum initialState(Tensor parameter, Pass pass) {
        return new Momentum(pass.zeros(parameter.shape()));
    }

    @Override
    public Updated<Lion.Momentum> update(Tensor parameter, Tensor gradient, Lion.Momentum state, Scalars scalars) {
        Tensor rate = scalars.of((learningRate, step) -> learningRate);
        Tensor kept = scalars.of((learningRate, step) -> 1 - learningRate * parameters.weightDecay());
        Tensor c = Means.fade(parameters.beta1(), state.m(), gradient);
        Tensor sign = c.greaterThan(0).minus(c.negate().greaterThan(0));
        Tensor m = Means.fade(parameters.beta2(), state.m(), gradient);
        return new Updated<>(parameter.times(kept).minus(sign.times(rate)), new Momentum(m));
    }
}

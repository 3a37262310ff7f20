package dev.tendril.plugin.optimizers;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;

/**
 * Adam with Nesterov's momentum (Dozat 2016, algorithm 2, with a constant momentum).
 * <pre>
 *   m′ = β₁ m + (1 − β₁) g
 *   v′ = β₂ v + (1 − β₂) g ⊙ g
 *   a  = β₁ m′ / (1 − β₁ᵗ⁺¹) + (1 − β₁) g / (1 − β₁ᵗ)
 *   θ′ = θ − α a / (√(v′ / (1 − β₂ᵗ)) + ε)
 * </pre>
 * α is the learning rate, t the number of the update, from 1; m and v are 0 before the first.
 */
final class Nadam implements Optimizer<Moments> {
    private final Parameters parameters;

    Nadam(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Parameters of {@link Nadam}.
     *
     * @param learningRate α
     * @param beta1 β₁
     * @param beta2 β₂
     * @param epsilon ε
     */
    public record Parameters(
            @Param("Size of a step.") @Default("0.002") @Range(min = 0, minExclusive = true)
            double learningRate,

            @Param("Decay of the mean of gradients.") @Default("0.9") @Range(min = 0, max = 1, maxExclusive = true)
            double beta1,

            @Param("Decay of the mean of squared gradients.")
            @Default("0.999")
            @Range(min = 0, max = 1, maxExclusive = true)
            double beta2,

            @Param("Added to the root of the mean of squared gradients, against division by zero.")
            @Default("1e-8")
            @Range(min = 0, minExclusive = true)
            double epsilon) {}

    @Override
    public double learningRate() {
        return parameters.learningRate();
    }

    @Override
    public Moments initialState(Tensor parameter, Pass pass) {
        return Moments.zeros(parameter, pass);
    }

    @Override
    public Updated<Moments> update(Tensor parameter, Tensor gradient, Moments state, Scalars scalars) {
        double beta1 = parameters.beta1();
        double beta2 = parameters.beta2();
        Tensor ahead = scalars.of((learningRate, step) -> learningRate * beta1 / Means.weight(beta1, step + 1));
        Tensor now = scalars.of((learningRate, step) -> learningRate * (1 - beta1) / Means.weight(beta1, step));
        Tensor correction = scalars.of((learningRate, step) -> 1 / Means.weight(beta2, step));
        Moments next = state.with(gradient, beta1, beta2);
        Tensor deviation = next.v().times(correction).sqrt().plus(parameters.epsilon());
        Tensor move = next.m().times(ahead).plus(gradient.times(now)).dividedBy(deviation);
        return new Updated<>(parameter.minus(move), next);
    }
}

package dev.tendril.plugin.optimizers;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;

/**
 * Adam with decoupled weight decay (Loshchilov &amp; Hutter 2019, algorithm 2).
 * <pre>
 *   m′ = β₁ m + (1 − β₁) g
 *   v′ = β₂ v + (1 − β₂) g ⊙ g
 *   θ′ = θ − α (m′ / (1 − β₁ᵗ) / (√(v′ / (1 − β₂ᵗ)) + ε) + λ θ)
 * </pre>
 * α is the learning rate, schedule included, and scales the decay too, so the λ of the paper is α λ here; t is the number of the update,
 * from 1; m and v are 0 before the first.
 */
final class AdamW implements Optimizer<Moments> {
    private final Parameters parameters;

    AdamW(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Parameters of {@link AdamW}.
     *
     * @param learningRate α
     * @param beta1 β₁
     * @param beta2 β₂
     * @param epsilon ε
     * @param weightDecay λ
     */
    public record Parameters(
            @Param("Size of a step.") @Default("0.001") @Range(min = 0, minExclusive = true)
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
            double epsilon,

            @Param(
                    "Share of the parameter, times the learning rate, that is taken off at each update, apart from the gradient.")
            @Default("0.01")
            @Range(min = 0)
            double weightDecay) {}

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
        Tensor rate = scalars.of((learningRate, step) -> learningRate / Means.weight(beta1, step));
        Tensor correction = scalars.of((learningRate, step) -> 1 / Means.weight(beta2, step));
        Tensor kept = scalars.of((learningRate, step) -> 1 - learningRate * parameters.weightDecay());
        Moments next = state.with(gradient, beta1, beta2);
        Tensor deviation = next.v().times(correction).sqrt().plus(parameters.epsilon());
        return new Updated<>(parameter.times(kept).minus(next.m().times(rate).dividedBy(deviation)), next);
    }
}

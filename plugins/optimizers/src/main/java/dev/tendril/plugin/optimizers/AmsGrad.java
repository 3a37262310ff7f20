package dev.tendril.plugin.optimizers;

import dev.tendril.api.cell.State;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;

/**
 * AMSGrad: the means of squared gradients that steps are scaled by never fall (Reddi et al. 2018, algorithm 2).
 * <pre>
 *   m′ = β₁ m + (1 − β₁) g
 *   v′ = β₂ v + (1 − β₂) g ⊙ g
 *   w′ = max(w, v′)
 *   θ′ = θ − α m′ / (√w′ + ε)
 * </pre>
 * α is the learning rate. As in the paper the means are not corrected for having started from 0.
 */
final class AmsGrad implements Optimizer<AmsGrad.Bounded> {
    private final Parameters parameters;

    AmsGrad(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * What is remembered.
     *
     * @param moments means of gradients and squared gradients
     * @param w largest mean of squared gradients so far, of the parameter's shape
     */
    public record Bounded(Moments moments, Tensor w) implements State {}

    /**
     * Parameters of {@link AmsGrad}.
     *
     * @param learningRate α
     * @param beta1 β₁
     * @param beta2 β₂
     * @param epsilon ε
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
            double epsilon) {}

    @Override
    public double learningRate() {
        return parameters.learningRate();
    }

    @Override
    public AmsGrad.Bounded initialState(Tensor parameter, Pass pass) {
        return new Bounded(Moments.zeros(parameter, pass), pass.zeros(parameter.shape()));
    }

    @Override
    public Updated<AmsGrad.Bounded> update(Tensor parameter, Tensor gradient, AmsGrad.Bounded state, Scalars scalars) {
        Tensor rate = scalars.of((learningRate, step) -> learningRate);
        Moments next = state.moments().with(gradient, parameters.beta1(), parameters.beta2());
        Tensor w = state.w().maximum(next.v());
        Tensor move = next.m().times(rate).dividedBy(w.sqrt().plus(parameters.epsilon()));
        return new Updated<>(parameter.minus(move), new Bounded(next, w));
    }
}

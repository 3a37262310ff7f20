package dev.tendril.plugin.optimizers;

import dev.tendril.api.cell.State;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;

/**
 * RMSProp scaled by the deviation of gradients, with momentum (Graves 2013, equations 38 to 41).
 * <pre>
 *   v′ = ρ v + (1 − ρ) g ⊙ g
 *   m′ = ρ m + (1 − ρ) g
 *   d′ = μ d − α g / √(v′ − m′ ⊙ m′ + ε)
 *   θ′ = θ + d′
 * </pre>
 * α is the learning rate, ρ the decay, μ the momentum; v, m and d are 0 before the first update.
 */
final class GravesRmsProp implements Optimizer<GravesRmsProp.Deviation> {
    private final Parameters parameters;

    GravesRmsProp(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * What is remembered, each of the parameter's shape.
     *
     * @param v mean of squared gradients
     * @param m mean of gradients
     * @param d last move
     */
    public record Deviation(Tensor v, Tensor m, Tensor d) implements State {}

    /**
     * Parameters of {@link GravesRmsProp}.
     *
     * @param learningRate α
     * @param decay ρ
     * @param momentum μ
     * @param epsilon ε
     */
    public record Parameters(
            @Param("Size of a step.") @Default("0.0001") @Range(min = 0, minExclusive = true)
            double learningRate,

            @Param("Decay of the means of gradients and of squared gradients.")
            @Default("0.95")
            @Range(min = 0, max = 1, maxExclusive = true)
            double decay,

            @Param("Share of the last move that is made again.")
            @Default("0.9")
            @Range(min = 0, max = 1, maxExclusive = true)
            double momentum,

            @Param("Added to the variance of gradients, against division by zero.")
            @Default("0.0001")
            @Range(min = 0, minExclusive = true)
            double epsilon) {}

    @Override
    public double learningRate() {
        return parameters.learningRate();
    }

    @Override
    public GravesRmsProp.Deviation initialState(Tensor parameter, Pass pass) {
        return new Deviation(
                pass.zeros(parameter.shape()), pass.zeros(parameter.shape()), pass.zeros(parameter.shape()));
    }

    @Override
    public Updated<GravesRmsProp.Deviation> update(
            Tensor parameter, Tensor gradient, GravesRmsProp.Deviation state, Scalars scalars) {
        Tensor rate = scalars.of((learningRate, step) -> learningRate);
        Tensor v = Means.fade(parameters.decay(), state.v(), gradient.square());
        Tensor m = Means.fade(parameters.decay(), state.m(), gradient);
        Tensor deviation = v.minus(m.square()).plus(parameters.epsilon()).sqrt();
        Tensor d = state.d()
                .times(parameters.momentum())
                .minus(gradient.times(rate).dividedBy(deviation));
        return new Updated<>(parameter.plus(d), new Deviation(v, m, d));
    }
}

package dev.tendril.plugin.optimizers;

import dev.tendril.api.cell.State;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;

/**
 * RMSProp (Tieleman &amp; Hinton 2012, lecture 6e).
 * <pre>
 *   v′ = ρ v + (1 − ρ) g ⊙ g
 *   θ′ = θ − α g / (√v′ + ε)
 * </pre>
 * α is the learning rate, ρ the decay; v is 0 before the first update.
 */
final class RmsProp implements Optimizer<RmsProp.Square> {
    private final Parameters parameters;

    RmsProp(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * What is remembered.
     *
     * @param v mean of squared gradients, of the parameter's shape
     */
    public record Square(Tensor v) implements State {}

    /**
     * Parameters of {@link RmsProp}.
     *
     * @param learningRate α
     * @param decay ρ
     * @param epsilon ε
     */
    public record Parameters(
            @Param("Size of a step.") @Default("0.001") @Range(min = 0, minExclusive = true)
            double learningRate,

            @Param("Decay of the mean of squared gradients.")
            @Default("0.9")
            @Range(min = 0, max = 1, maxExclusive = true)
            double decay,

            @Param("Added to the root of the mean of squared gradients, against division by zero.")
            @Default("1e-8")
            @Range(min = 0, minExclusive = true)
            double epsilon) {}

    @Override
    public double learningRate() {
        return parameters.learningRate();
    }

    @Override
    public RmsProp.Square initialState(Tensor parameter, Pass pass) {
        return new Square(pass.zeros(parameter.shape()));
    }

    @Override
    public Updated<RmsProp.Square> update(Tensor parameter, Tensor gradient, RmsProp.Square state, Scalars scalars) {
        Tensor rate = scalars.of((learningRate, step) -> learningRate);
        Tensor v = Means.fade(parameters.decay(), state.v(), gradient.square());
        Tensor move = gradient.times(rate).dividedBy(v.sqrt().plus(parameters.epsilon()));
        return new Updated<>(parameter.minus(move), new Square(v));
    }
}

package dev.tendril.plugin.optimizers;

import dev.tendril.api.cell.State;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;

/**
 * AdaGrad with a diagonal matrix (Duchi et al. 2011, figure 1).
 * <pre>
 *   s′ = s + g ⊙ g
 *   θ′ = θ − α g / (√s′ + ε)
 * </pre>
 * α is the learning rate; s starts at a number of its own.
 */
final class Adagrad implements Optimizer<Adagrad.Sum> {
    private final Parameters parameters;

    Adagrad(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * What is remembered.
     *
     * @param s sum of squared gradients, of the parameter's shape
     */
    public record Sum(Tensor s) implements State {}

    /**
     * Parameters of {@link Adagrad}.
     *
     * @param learningRate α
     * @param initial s before the first update
     * @param epsilon ε
     */
    public record Parameters(
            @Param("Size of a step.") @Default("0.01") @Range(min = 0, minExclusive = true)
            double learningRate,

            @Param("The sum of squared gradients before the first update.") @Default("0.0") @Range(min = 0)
            double initial,

            @Param("Added to the root of the sum of squared gradients, against division by zero.")
            @Default("1e-10")
            @Range(min = 0, minExclusive = true)
            double epsilon) {}

    @Override
    public double learningRate() {
        return parameters.learningRate();
    }

    @Override
    public Adagrad.Sum initialState(Tensor parameter, Pass pass) {
        return new Sum(pass.full(parameter.shape(), parameters.initial()));
    }

    @Override
    public Updated<Adagrad.Sum> update(Tensor parameter, Tensor gradient, Adagrad.Sum state, Scalars scalars) {
        Tensor rate = scalars.of((learningRate, step) -> learningRate);
        Tensor s = state.s().plus(gradient.square());
        Tensor move = gradient.times(rate).dividedBy(s.sqrt().plus(parameters.epsilon()));
        return new Updated<>(parameter.minus(move), new Sum(s));
    }
}

package dev.tendril.plugin.optimizers;

import dev.tendril.api.cell.State;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;

/**
 * AdaDelta (Zeiler 2012, algorithm 1).
 * <pre>
 *   v′ = ρ v + (1 − ρ) g ⊙ g
 *   d  = g √(u + ε) / √(v′ + ε)
 *   u′ = ρ u + (1 − ρ) d ⊙ d
 *   θ′ = θ − α d
 * </pre>
 * α is the learning rate, 1 in the paper, ρ the decay; v and u are 0 before the first update.
 */
final class Adadelta implements Optimizer<Adadelta.Squares> {
    private final Parameters parameters;

    Adadelta(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * What is remembered, each of the parameter's shape.
     *
     * @param v mean of squared gradients
     * @param u mean of squared moves
     */
    public record Squares(Tensor v, Tensor u) implements State {}

    /**
     * Parameters of {@link Adadelta}.
     *
     * @param learningRate α
     * @param decay ρ
     * @param epsilon ε
     */
    public record Parameters(
            @Param("Size of a step.") @Default("1.0") @Range(min = 0, minExclusive = true)
            double learningRate,

            @Param("Decay of the means of squared gradients and of squared moves.")
            @Default("0.95")
            @Range(min = 0, max = 1, maxExclusive = true)
            double decay,

            @Param("Added to both means under their roots; it sets the size of the first moves.")
            @Default("1e-6")
            @Range(min = 0, minExclusive = true)
            double epsilon) {}

    @Override
    public double learningRate() {
        return parameters.learningRate();
    }

    @Override
    public Adadelta.Squares initialState(Tensor parameter, Pass pass) {
        return new Squares(pass.zeros(parameter.shape()), pass.zeros(parameter.shape()));
    }

    @Override
    public Updated<Adadelta.Squares> update(
            Tensor parameter, Tensor gradient, Adadelta.Squares state, Scalars scalars) {
        Tensor rate = scalars.of((learningRate, step) -> learningRate);
        double epsilon = parameters.epsilon();
        Tensor v = Means.fade(parameters.decay(), state.v(), gradient.square());
        Tensor d = gradient.times(state.u().plus(epsilon).sqrt())
                .dividedBy(v.plus(epsilon).sqrt());
        Tensor u = Means.fade(parameters.decay(), state.u(), d.square());
        return new Updated<>(parameter.minus(d.times(rate)), new Squares(v, u));
    }
}

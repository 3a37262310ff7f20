package dev.tendril.training.optimizer;

import dev.tendril.api.cell.State;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;

/**
 * Adam (Kingma &amp; Ba 2015, algorithm 1).
 * <pre>
 *   m′ = β₁ m + (1 − β₁) g
 *   v′ = β₂ v + (1 − β₂) g ⊙ g
 *   θ′ = θ − α · m′ / (1 − β₁ᵗ) / (√(v′ / (1 − β₂ᵗ)) + ε)
 * </pre>
 * α is the learning rate, t the number of the update, from 1; m and v are 0 before the first.
 */
final class Adam implements Optimizer<Adam.Moments> {
    private final AdamParameters parameters;

    /**
     * What is remembered.
     *
     * @param m mean of gradients, of the parameter's shape
     * @param v mean of squared gradients, of the parameter's shape
     */
    public record Moments(Tensor m, Tensor v) implements State {}

    Adam(AdamParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public double learningRate() {
        return parameters.learningRate();
    }

    @Override
    public Moments initialState(Tensor parameter, Pass pass) {
        return new Moments(pass.zeros(parameter.shape()), pass.zeros(parameter.shape()));
    }

    @Override
    public Updated<Moments> update(Tensor parameter, Tensor gradient, Moments state, Scalars scalars) {
        double beta1 = parameters.beta1();
        double beta2 = parameters.beta2();
        Tensor rate = scalars.of((learningRate, step) -> learningRate / unbias(beta1, step));
        Tensor correction = scalars.of((learningRate, step) -> 1 / unbias(beta2, step));
        Tensor m = state.m().times(beta1).plus(gradient.times(1 - beta1));
        Tensor v = state.v().times(beta2).plus(gradient.square().times(1 - beta2));
        Tensor deviation = v.times(correction).sqrt().plus(parameters.epsilon());
        return new Updated<>(parameter.minus(m.times(rate).dividedBy(deviation)), new Moments(m, v));
    }

    /** 1 − βᵗ: what a mean that started from 0 is divided by. */
    private static double unbias(double beta, long step) {
        return 1 - Math.pow(beta, (double) step);
    }
}

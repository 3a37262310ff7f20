package dev.tendril.training.optimizer;

import dev.tendril.api.cell.State;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;

/**
 * Gradient descent with momentum (Polyak 1964), and Nesterov's accelerated gradient in the form of Sutskever et al. (2013)
 * rewritten for the parameters at the look-ahead point (Bengio et al. 2013).
 * <pre>
 *   d  = g + λ θ
 *   v′ = μ v + d
 *   θ′ = θ − α v′              momentum
 *   θ′ = θ − α (d + μ v′)      Nesterov
 * </pre>
 * α is the learning rate, μ the momentum, λ the weight decay; v is 0 before the first update.
 */
final class MomentumDescent implements Optimizer<MomentumDescent.Velocity> {
    private final SgdParameters parameters;

    /**
     * What is remembered.
     *
     * @param v velocity, of the parameter's shape
     */
    public record Velocity(Tensor v) implements State {}

    MomentumDescent(SgdParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public double learningRate() {
        return parameters.learningRate();
    }

    @Override
    public Velocity initialState(Tensor parameter, Pass pass) {
        return new Velocity(pass.zeros(parameter.shape()));
    }

    @Override
    public Updated<Velocity> update(Tensor parameter, Tensor gradient, Velocity state, Scalars scalars) {
        Tensor rate = scalars.of((learningRate, step) -> learningRate);
        Tensor d = WeightDecay.add(gradient, parameter, parameters.weightDecay());
        Tensor v = state.v().times(parameters.momentum()).plus(d);
        Tensor direction = parameters.nesterov() ? d.plus(v.times(parameters.momentum())) : v;
        return new Updated<>(parameter.minus(direction.times(rate)), new Velocity(v));
    }
}

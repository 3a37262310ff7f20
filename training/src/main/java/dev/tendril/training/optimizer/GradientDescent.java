package dev.tendril.training.optimizer;

import dev.tendril.api.cell.NoState;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;

/**
 * Gradient descent without memory.
 * <pre>
 *   θ′ = θ − α (g + λ θ)
 * </pre>
 * α is the learning rate, λ the weight decay.
 */
final class GradientDescent implements Optimizer<NoState> {
    private final double learningRate;
    private final double weightDecay;

    GradientDescent(double learningRate, double weightDecay) {
        this.learningRate = learningRate;
        this.weightDecay = weightDecay;
    }

    @Override
    public double learningRate() {
        return learningRate;
    }

    @Override
    public NoState initialState(Tensor parameter, Pass pass) {
        return new NoState();
    }

    @Override
    public Updated<NoState> update(Tensor parameter, Tensor gradient, NoState state, Scalars scalars) {
        Tensor rate = scalars.of((learningRate, step) -> learningRate);
        Tensor decayed = WeightDecay.add(gradient, parameter, weightDecay);
        return new Updated<>(parameter.minus(decayed.times(rate)), state);
    }
}

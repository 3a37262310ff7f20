package dev.tendril.training.optimizer;

import dev.tendril.api.tensor.Tensor;

/** Weight decay as part of the gradient, which is an L2 penalty of λ/2 ‖θ‖². */
final class WeightDecay {
    private WeightDecay() {}

    /** {@code g + λ θ}; without decay the gradient itself. */
    static Tensor add(Tensor gradient, Tensor parameter, double decay) {
        return decay == 0 ? gradient : gradient.plus(parameter.times(decay));
    }
}

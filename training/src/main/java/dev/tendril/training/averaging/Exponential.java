package dev.tendril.training.averaging;

import dev.tendril.api.cell.NoState;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Averaging;

/**
 * The exponential moving average of a parameter, without the bias of a mean that starts from nothing (as in Kingma &amp; Ba 2015,
 * section 3). With θₜ the parameter after update t and d the decay, it is {@code (1 − d) Σᵢ dᵗ⁻ⁱ θᵢ / (1 − dᵗ)}, computed as
 * <pre>
 *   a′ = a + (1 − d) / (1 − dᵗ) · (θₜ − a)
 * </pre>
 */
record Exponential(double decay) implements Averaging<NoState> {
    @Override
    public Moment moment() {
        return Moment.UPDATE;
    }

    @Override
    public NoState initialState(Tensor parameter, Pass pass) {
        return new NoState();
    }

    @Override
    public Averaged<NoState> look(Tensor mean, Tensor parameter, NoState state, Weights weights) {
        Tensor share = weights.of(number -> (1 - decay) / (1 - Math.pow(decay, (double) number)));
        return new Averaged<>(mean.plus(parameter.minus(mean).times(share)), state);
    }
}

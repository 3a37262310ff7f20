package dev.tendril.api.training;

import dev.tendril.api.cell.NoState;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.function.LongToDoubleFunction;

/**
 * The mean of {@link Averaging#moving}.
 *
 * @param moment when it looks
 * @param share how far it goes towards the present value
 */
record MovingMean(Moment moment, LongToDoubleFunction share) implements Averaging<NoState> {
    @Override
    public NoState initialState(Tensor parameter, Pass pass) {
        return new NoState();
    }

    @Override
    public Averaged<NoState> look(Tensor mean, Tensor parameter, NoState state, Weights weights) {
        return new Averaged<>(mean.plus(parameter.minus(mean).times(weights.of(share))), state);
    }
}

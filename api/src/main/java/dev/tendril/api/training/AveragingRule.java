package dev.tendril.api.training;

import dev.tendril.api.cell.State;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;

/**
 * The equation of an averaging as that of an optimiser, so that an engine computes it in place: what is moved is the mean, its gradient
 * the parameter that it is the mean of, both of the parameter's shape, and the number of the update that of the look. The learning rate
 * plays no part. Trained models get their means this way; tests of an averaging may as well.
 *
 * @param averaging whose equation it is
 * @param <S> what the averaging remembers
 */
public record AveragingRule<S extends State>(Averaging<S> averaging) implements Optimizer<S> {
    /** Zero: no rate plays a part. */
    @Override
    public double learningRate() {
        return 0;
    }

    @Override
    public S initialState(Tensor mean, Pass pass) {
        return averaging.initialState(mean, pass);
    }

    @Override
    public Updated<S> update(Tensor mean, Tensor parameter, S state, Scalars scalars) {
        Averaging.Averaged<S> averaged = averaging.look(
                mean, parameter, state, number -> scalars.of((learningRate, look) -> number.applyAsDouble(look)));
        return new Updated<>(averaged.mean(), averaged.state());
    }
}

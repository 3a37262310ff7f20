package dev.tendril.training.averaging;

import dev.tendril.api.cell.State;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Averaging;
import java.util.ArrayList;
import java.util.List;

/**
 * The mean of the values that a parameter had at the end of the last k epochs, or of all while there are fewer: the averaging of
 * checkpoints (Vaswani et al. 2017, section 6.1). With e₁ … eₖ₋₁ the earlier values, the latest first and 0 before there are any, and t
 * the number of the epoch,
 * <pre>
 *   a′ = (θ + e₁ + … + eₖ₋₁) / min(t, k)
 *   e′ = θ, e₁, …, eₖ₋₂
 * </pre>
 */
record LastEpochs(int epochs) implements Averaging<LastEpochs.Earlier> {
    /**
     * What is remembered.
     *
     * @param values at the end of the epochs before, the latest first, each of the parameter's shape
     */
    public record Earlier(List<Tensor> values) implements State {
        public Earlier {
            values = List.copyOf(values);
        }
    }

    @Override
    public Moment moment() {
        return Moment.EPOCH;
    }

    @Override
    public Earlier initialState(Tensor parameter, Pass pass) {
        List<Tensor> none = new ArrayList<>();
        for (int epoch = 1; epoch < epochs; epoch++) {
            none.add(pass.zeros(parameter.shape()));
        }
        return new Earlier(none);
    }

    @Override
    public Averaged<Earlier> look(Tensor mean, Tensor parameter, Earlier state, Weights weights) {
        List<Tensor> values = new ArrayList<>(state.values());
        values.add(0, parameter);
        Tensor sum = values.stream().reduce(Tensor::plus).orElseThrow();
        Tensor share = weights.of(number -> 1.0 / Math.min(number, epochs));
        return new Averaged<>(sum.times(share), new Earlier(values.subList(0, epochs - 1)));
    }
}

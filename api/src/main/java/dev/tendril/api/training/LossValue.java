package dev.tendril.api.training;

import dev.tendril.api.tensor.Tensor;

/**
 * A loss over the real steps of a batch; its mean is {@code total / weight}.
 *
 * @param total the sum, a scalar
 * @param weight how many real steps it sums, or the sum of their weights; 0 if there is none
 */
public record LossValue(Tensor total, double weight) {
    /** The mean over real steps, a scalar of the same pass; 0 where there is nothing to average. */
    public Tensor mean() {
        return total.times(weight == 0 ? 0 : 1 / weight);
    }
}

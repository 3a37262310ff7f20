package dev.tendril.training.loss;

import dev.tendril.api.spi.LossProvider;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Loss;

/**
 * Registers {@code huber}, the {@link ErrorLoss} of a penalty that outliers pull at with a bounded force (Huber 1964).
 * <pre>
 *   φ(e) = e² / 2              where |e| ≤ δ
 *   φ(e) = δ (|e| − δ / 2)     elsewhere
 * </pre>
 */
public final class HuberProvider implements LossProvider<HuberParameters> {
    @Override
    public String name() {
        return "huber";
    }

    @Override
    public Class<HuberParameters> parameters() {
        return HuberParameters.class;
    }

    @Override
    public String description() {
        return "Half the squared error of predicted numbers, growing in a straight line beyond an error of delta (Huber 1964).";
    }

    @Override
    public Loss create(HuberParameters parameters) {
        double delta = parameters.delta();
        return new ErrorLoss(name(), errors -> penalty(errors, delta));
    }

    private static Tensor penalty(Tensor errors, double delta) {
        Tensor sizes = errors.abs();
        return sizes.greaterThan(delta)
                .select(sizes.affine(delta, -delta * delta / 2), errors.square().times(0.5));
    }
}

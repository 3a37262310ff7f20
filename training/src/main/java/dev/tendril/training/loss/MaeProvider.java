package dev.tendril.training.loss;

import dev.tendril.api.spi.LossProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Loss;

/** Registers {@code mae}, the {@link ErrorLoss} of {@code φ(e) = |e|}. */
public final class MaeProvider implements LossProvider<NoParameters> {
    @Override
    public String name() {
        return "mae";
    }

    @Override
    public Class<NoParameters> parameters() {
        return NoParameters.class;
    }

    @Override
    public String description() {
        return "Mean absolute error of predicted numbers, over the features of a step and over real steps.";
    }

    @Override
    public Loss create(NoParameters parameters) {
        return new ErrorLoss(name(), Tensor::abs);
    }
}

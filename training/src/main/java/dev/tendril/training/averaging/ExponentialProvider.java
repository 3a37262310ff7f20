package dev.tendril.training.averaging;

import dev.tendril.api.spi.AveragingProvider;
import dev.tendril.api.training.Averaging;

/** Registers {@code exponential}. */
public final class ExponentialProvider implements AveragingProvider<ExponentialParameters> {
    @Override
    public String name() {
        return "exponential";
    }

    @Override
    public Class<ExponentialParameters> parameters() {
        return ExponentialParameters.class;
    }

    @Override
    public String description() {
        return "The exponential moving average of the parameters (EMA): after every update the mean moves a little towards them.";
    }

    @Override
    public Averaging<?> create(ExponentialParameters parameters) {
        return new Exponential(parameters.decay());
    }
}

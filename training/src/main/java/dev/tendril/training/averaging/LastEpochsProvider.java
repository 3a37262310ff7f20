package dev.tendril.training.averaging;

import dev.tendril.api.spi.AveragingProvider;
import dev.tendril.api.training.Averaging;

/** Registers {@code last_epochs}. */
public final class LastEpochsProvider implements AveragingProvider<LastEpochsParameters> {
    @Override
    public String name() {
        return "last_epochs";
    }

    @Override
    public Class<LastEpochsParameters> parameters() {
        return LastEpochsParameters.class;
    }

    @Override
    public String description() {
        return "The mean of the parameters at the end of the last epochs: the averaging of checkpoints (Vaswani et al. 2017).";
    }

    @Override
    public Averaging<?> create(LastEpochsParameters parameters) {
        return new LastEpochs(parameters.epochs());
    }
}

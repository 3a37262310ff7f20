package dev.tendril.training.loss;

import dev.tendril.api.spi.LossProvider;
import dev.tendril.api.training.Loss;

/** Registers {@code binary}. */
public final class BinaryProvider implements LossProvider<BinaryParameters> {
    @Override
    public String name() {
        return "binary";
    }

    @Override
    public Class<BinaryParameters> parameters() {
        return BinaryParameters.class;
    }

    @Override
    public String description() {
        return "Cross-entropy of each class on its own, summed over the classes of a step, over real steps.";
    }

    @Override
    public Loss create(BinaryParameters parameters) {
        return new Binary(parameters.positiveWeight());
    }
}

package dev.tendril.training.loss;

import dev.tendril.api.spi.LossProvider;
import dev.tendril.api.training.Loss;

/** Registers {@code cross_entropy}. */
public final class CrossEntropyProvider implements LossProvider<CrossEntropyParameters> {
    @Override
    public String name() {
        return "cross_entropy";
    }

    @Override
    public Class<CrossEntropyParameters> parameters() {
        return CrossEntropyParameters.class;
    }

    @Override
    public String description() {
        return "Cross-entropy of one class an example or a step, over real steps, with label smoothing (Szegedy et al. 2016).";
    }

    @Override
    public Loss create(CrossEntropyParameters parameters) {
        return new CrossEntropy(parameters.labelSmoothing());
    }
}

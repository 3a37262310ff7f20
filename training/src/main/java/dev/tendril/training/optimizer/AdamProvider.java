package dev.tendril.training.optimizer;

import dev.tendril.api.spi.OptimizerProvider;
import dev.tendril.api.training.Optimizer;

/** Registers {@code adam}. */
public final class AdamProvider implements OptimizerProvider<AdamParameters> {
    @Override
    public String name() {
        return "adam";
    }

    @Override
    public Class<AdamParameters> parameters() {
        return AdamParameters.class;
    }

    @Override
    public String description() {
        return "Adam: steps scaled by running means of the gradient and of its square (Kingma & Ba 2015, algorithm 1).";
    }

    @Override
    public Optimizer<?> create(AdamParameters parameters) {
        return new Adam(parameters);
    }
}

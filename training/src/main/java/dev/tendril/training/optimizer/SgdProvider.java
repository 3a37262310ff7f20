package dev.tendril.training.optimizer;

import dev.tendril.api.spi.OptimizerProvider;
import dev.tendril.api.training.Optimizer;

/** Registers {@code sgd}. */
public final class SgdProvider implements OptimizerProvider<SgdParameters> {
    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public Class<SgdParameters> parameters() {
        return SgdParameters.class;
    }

    @Override
    public String description() {
        return "Stochastic gradient descent, with momentum (Polyak 1964) or Nesterov's accelerated gradient (Sutskever et al."
                + " 2013).";
    }

    @Override
    public Optimizer<?> create(SgdParameters parameters) {
        return parameters.momentum() == 0
                ? new GradientDescent(parameters.learningRate(), parameters.weightDecay())
                : new MomentumDescent(parameters);
    }
}

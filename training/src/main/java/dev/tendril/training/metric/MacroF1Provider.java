package dev.tendril.training.metric;

import dev.tendril.api.spi.MetricProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.training.Metric;

/** Registers {@code macro_f1}. */
public final class MacroF1Provider implements MetricProvider<NoParameters> {
    static final String NAME = "macro_f1";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<NoParameters> parameters() {
        return NoParameters.class;
    }

    @Override
    public String description() {
        return "Mean of F1 over the classes or labels that occur among the wanted ones, each counting alike.";
    }

    @Override
    public Metric create(NoParameters parameters) {
        return new MacroF1();
    }
}

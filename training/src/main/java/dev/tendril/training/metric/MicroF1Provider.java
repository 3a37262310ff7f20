package dev.tendril.training.metric;

import dev.tendril.api.spi.MetricProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.training.Metric;

/** Registers {@code micro_f1}. */
public final class MicroF1Provider implements MetricProvider<NoParameters> {
    static final String NAME = "micro_f1";

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
        return "F1 over all labels of all sets together, each decision counting alike.";
    }

    @Override
    public Metric create(NoParameters parameters) {
        return new MicroF1();
    }
}

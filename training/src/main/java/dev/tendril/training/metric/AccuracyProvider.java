package dev.tendril.training.metric;

import dev.tendril.api.spi.MetricProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.training.Metric;

/** Registers {@code accuracy}. */
public final class AccuracyProvider implements MetricProvider<NoParameters> {
    static final String NAME = "accuracy";

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
        return "Share of examples, or of steps where every step has a class, whose predicted class is the wanted one.";
    }

    @Override
    public Metric create(NoParameters parameters) {
        return new Accuracy();
    }
}

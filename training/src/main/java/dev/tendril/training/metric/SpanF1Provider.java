package dev.tendril.training.metric;

import dev.tendril.api.spi.MetricProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.training.Metric;

/** Registers {@code span_f1}. */
public final class SpanF1Provider implements MetricProvider<NoParameters> {
    static final String NAME = "span_f1";

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
        return "F1 of the spans of BIO tags, each of which is right in start, end and type or wrong (Tjong Kim Sang & Buchholz 2000).";
    }

    @Override
    public Metric create(NoParameters parameters) {
        return new SpanF1();
    }
}

package dev.tendril.nlp.metric;

import dev.tendril.api.spi.MetricProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.training.Metric;

/** Registers {@code exact_match}. */
public final class ExactMatchProvider implements MetricProvider<NoParameters> {
    @Override
    public String name() {
        return "exact_match";
    }

    @Override
    public Class<NoParameters> parameters() {
        return NoParameters.class;
    }

    @Override
    public String description() {
        return "Share of examples whose generated text is the wanted text, or whose sets of labels are the wanted ones.";
    }

    @Override
    public Metric create(NoParameters parameters) {
        return new ExactMatch();
    }
}

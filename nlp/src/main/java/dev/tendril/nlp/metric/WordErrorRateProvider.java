package dev.tendril.nlp.metric;

import dev.tendril.api.spi.MetricProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.training.Metric;

/** Registers {@code word_error_rate}. */
public final class WordErrorRateProvider implements MetricProvider<NoParameters> {
    @Override
    public String name() {
        return "word_error_rate";
    }

    @Override
    public Class<NoParameters> parameters() {
        return NoParameters.class;
    }

    @Override
    public String description() {
        return "Edit distance over words divided by white space, per word of the references.";
    }

    @Override
    public Metric create(NoParameters parameters) {
        return new EditRate(
                name(),
                new EditRate.Units(
                        candidate -> TextPair.words(candidate.text()), reference -> TextPair.words(reference.text())));
    }
}

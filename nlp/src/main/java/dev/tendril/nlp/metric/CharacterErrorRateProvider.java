package dev.tendril.nlp.metric;

import dev.tendril.api.spi.MetricProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.training.Metric;

/** Registers {@code character_error_rate}. */
public final class CharacterErrorRateProvider implements MetricProvider<NoParameters> {
    @Override
    public String name() {
        return "character_error_rate";
    }

    @Override
    public Class<NoParameters> parameters() {
        return NoParameters.class;
    }

    @Override
    public String description() {
        return "Edit distance over Unicode code points, per code point of the references.";
    }

    @Override
    public Metric create(NoParameters parameters) {
        return new EditRate(
                name(),
                new EditRate.Units(
                        candidate -> TextPair.characters(candidate.text()),
                        reference -> TextPair.characters(reference.text())));
    }
}

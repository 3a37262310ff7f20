package dev.tendril.nlp.metric;

import dev.tendril.api.model.Prediction;
import dev.tendril.api.spi.MetricProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.training.Metric;
import dev.tendril.api.training.Reference;

/** Registers {@code token_error_rate}. */
public final class TokenErrorRateProvider implements MetricProvider<NoParameters> {
    @Override
    public String name() {
        return "token_error_rate";
    }

    @Override
    public Class<NoParameters> parameters() {
        return NoParameters.class;
    }

    @Override
    public String description() {
        return "Edit distance over the tokens of the target's tokenizer, per token of the references.";
    }

    @Override
    public Metric create(NoParameters parameters) {
        return new EditRate(name(), new EditRate.Units(Prediction.Candidate::tokens, Reference.Text::tokens));
    }
}

package dev.tendril.nlp.search;

import dev.tendril.api.decoding.Search;
import dev.tendril.api.spi.SearchProvider;

/** Registers {@code sampling}. */
public final class SamplingProvider implements SearchProvider<SamplingParameters> {
    @Override
    public String name() {
        return "sampling";
    }

    @Override
    public Class<SamplingParameters> parameters() {
        return SamplingParameters.class;
    }

    @Override
    public String description() {
        return "Sequences drawn at random, with temperature and with cut-offs by rank and by probability.";
    }

    @Override
    public Search create(SamplingParameters parameters) {
        return new SamplingSearch(parameters);
    }
}

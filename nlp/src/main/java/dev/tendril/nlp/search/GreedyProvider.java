package dev.tendril.nlp.search;

import dev.tendril.api.decoding.Search;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.SearchProvider;

/** Registers {@code greedy}. */
public final class GreedyProvider implements SearchProvider<NoParameters> {
    @Override
    public String name() {
        return "greedy";
    }

    @Override
    public Class<NoParameters> parameters() {
        return NoParameters.class;
    }

    @Override
    public String description() {
        return "The likeliest token at every step.";
    }

    @Override
    public Search create(NoParameters parameters) {
        return new GreedySearch();
    }
}

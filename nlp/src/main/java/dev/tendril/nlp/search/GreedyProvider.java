package dev.tendril.nlp.search;

import dev.tendril.api.decoding.Search;
import dev.tendril.api.spi.SearchProvider;

/** Registers {@code greedy}. */
public final class GreedyProvider implements SearchProvider<GreedyParameters> {
    @Override
    public String name() {
        return "greedy";
    }

    @Override
    public Class<GreedyParameters> parameters() {
        return GreedyParameters.class;
    }

    @Override
    public String description() {
        return "The likeliest token at every step.";
    }

    @Override
    public Search create(GreedyParameters parameters) {
        return new GreedySearch(parameters);
    }
}

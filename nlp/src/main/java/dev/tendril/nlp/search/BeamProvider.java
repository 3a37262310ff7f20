package dev.tendril.nlp.search;

import dev.tendril.api.decoding.Search;
import dev.tendril.api.spi.SearchProvider;

/** Registers {@code beam}. */
public final class BeamProvider implements SearchProvider<BeamParameters> {
    @Override
    public String name() {
        return "beam";
    }

    @Override
    public Class<BeamParameters> parameters() {
        return BeamParameters.class;
    }

    @Override
    public String description() {
        return "Several likely sequences followed at once, with the length penalty of Wu et al. (2016) and an exact early stop.";
    }

    @Override
    public Search create(BeamParameters parameters) {
        return new BeamSearch(parameters);
    }
}

package dev.tendril.nlp.search;

import dev.tendril.api.decoding.Search;
import dev.tendril.api.spi.Remark;
import dev.tendril.api.spi.SearchProvider;
import java.util.List;

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
    public List<Remark> remarks(BeamParameters parameters) {
        return parameters.width() == 1 && parameters.lengthPenalty() > 0
                ? List.of(new Remark(
                        "lengthPenalty", "a beam of width 1 has nothing to rank; raise the width, or remove it"))
                : List.of();
    }

    @Override
    public Search create(BeamParameters parameters) {
        return new BeamSearch(parameters);
    }
}

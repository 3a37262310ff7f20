package dev.tendril.nlp.search;

import dev.tendril.api.decoding.Search;
import dev.tendril.api.spi.Remark;
import dev.tendril.api.spi.SearchProvider;
import java.util.List;

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
    public List<Remark> remarks(SamplingParameters parameters) {
        boolean likeliest = parameters.topK().filter(most -> most == 1).isPresent();
        return likeliest && parameters.temperature() != 1
                ? List.of(new Remark(
                        "temperature",
                        "with top_k 1 the likeliest token is always drawn; write 'greedy', or raise top_k"))
                : List.of();
    }

    @Override
    public Search create(SamplingParameters parameters) {
        return new SamplingSearch(parameters);
    }
}

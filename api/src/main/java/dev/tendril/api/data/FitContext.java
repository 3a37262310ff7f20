package dev.tendril.api.data;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.RandomSource;

/**
 * What a component may use while it learns, besides its examples.
 *
 * @param random random numbers, for components that sample
 * @param key names this component's numbers
 * @param cancellation asks it to stop; the examples poll it, so only long work between them needs to
 */
public record FitContext(RandomSource random, RandomKey key, CancellationToken cancellation) {

    /** The context of a part, with random numbers of its own. */
    public FitContext scope(String name) {
        return new FitContext(random, key.with(name), cancellation);
    }
}

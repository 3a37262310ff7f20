package dev.tendril.api.model;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.decoding.Search;
import dev.tendril.api.spi.ComponentRef;
import java.util.Optional;

/**
 * How a session decodes.
 *
 * @param decoding another search than the model's own
 * @param results candidates a sequence
 * @param seed of sampling
 * @param cancellation stops a prediction under way
 */
public record SessionOptions(
        Optional<ComponentRef<Search>> decoding, int results, long seed, CancellationToken cancellation) {
    public SessionOptions {
        if (results < 1) {
            throw new IllegalArgumentException("results is " + results + ", want at least 1");
        }
    }

    /** The model's own search, one result. */
    public static SessionOptions defaults() {
        return new SessionOptions(Optional.empty(), 1, 0, new CancellationToken());
    }
}

package dev.tendril.api.data;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.RandomSource;
import java.util.function.Consumer;

/**
 * What a component may use while it learns, besides its examples.
 *
 * @param random random numbers, for components that sample
 * @param key names this component's numbers
 * @param cancellation asks it to stop; the examples poll it, so only long work between them needs to
 * @param remarks hears what the examples show to be without effect, such as a cut-off that leaves out nothing: one line each, which
 *     names the parameter and says what to do; the host adds which field it is about
 */
public record FitContext(RandomSource random, RandomKey key, CancellationToken cancellation, Consumer<String> remarks) {

    /** A context in which nobody hears remarks. */
    public FitContext(RandomSource random, RandomKey key, CancellationToken cancellation) {
        this(random, key, cancellation, remark -> {});
    }

    /** The context of a part, with random numbers of its own. */
    public FitContext scope(String name) {
        return new FitContext(random, key.with(name), cancellation, remarks);
    }

    /** The same context with somebody else who hears remarks. */
    public FitContext heardBy(Consumer<String> listener) {
        return new FitContext(random, key, cancellation, listener);
    }
}

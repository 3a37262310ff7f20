package dev.tendril.api.tensor;

import dev.tendril.api.CancellationToken;

/**
 * What a {@link Pass} is for.
 *
 * @param training whether noise is drawn; otherwise it is its mean
 * @param recording whether operations are recorded for gradients
 * @param key names this pass's random numbers
 * @param examples number of the example behind each row, so that its noise does not depend on the batch it is in; tensors with k
 *     times as many rows have k rows an example
 * @param cancellation polled during long computations
 */
public record PassOptions(
        boolean training, boolean recording, RandomKey key, long[] examples, CancellationToken cancellation) {

    public PassOptions {
        examples = examples.clone();
    }

    /** The example numbers, as a fresh array. */
    @Override
    public long[] examples() {
        return examples.clone();
    }

    /** Predicting: no noise, nothing recorded. */
    public static PassOptions inference() {
        return new PassOptions(false, false, RandomKey.of(0), new long[0], new CancellationToken());
    }

    /** Gradients without noise: diagnostics and gradient checks. */
    public static PassOptions diagnostics() {
        return new PassOptions(false, true, RandomKey.of(0), new long[0], new CancellationToken());
    }

    /** One training step on these examples. */
    public static PassOptions training(RandomKey key, long... examples) {
        return new PassOptions(true, true, key, examples, new CancellationToken());
    }

    /** The same pass, stopped by a caller's token. */
    public PassOptions cancelledBy(CancellationToken token) {
        return new PassOptions(training, recording, key, examples, token);
    }
}

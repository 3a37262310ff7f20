package dev.tendril.plugin.optimizers;

import dev.tendril.api.tensor.Tensor;

/** Means that fade: they start from 0 and forget by a constant factor. */
final class Means {
    private Means() {}

    /** {@code β mean + (1 − β) value}. */
    static Tensor fade(double beta, Tensor mean, Tensor value) {
        return mean.times(beta).plus(value.times(1 - beta));
    }

    /** {@code 1 − βᵗ}: what a mean of t values is divided by, since it started from 0. */
    static double weight(double beta, long t) {
        return 1 - Math.pow(beta, (double) t);
    }
}

package dev.tendril.testkit;

import dev.tendril.api.tensor.Precision;
import dev.tendril.tensor.TendrilEngine;

/** The engines that components are tried on. */
final class Engines {
    /** More than a machine may have cores: the number never changes a bit. */
    static final int SEVERAL_THREADS = 3;

    private Engines() {}

    /** As a product runs, on one thread. */
    static TendrilEngine plain() {
        return of(Precision.FLOAT32, 1);
    }

    static TendrilEngine of(Precision precision, int threads) {
        return TendrilEngine.builder().precision(precision).threads(threads).build();
    }

    /** One that runs every step of a recurrence as it is written. */
    static TendrilEngine stepByStep(Precision precision) {
        return TendrilEngine.builder()
                .precision(precision)
                .threads(1)
                .plans(false)
                .build();
    }
}

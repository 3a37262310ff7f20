package dev.tendril.training;

import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Precision;
import dev.tendril.tensor.TendrilEngine;

/** The engines that this module is tested on. */
public final class Engines {
    private Engines() {}

    /** An engine of one thread; the caller closes it. */
    public static Engine of(Precision precision) {
        return TendrilEngine.builder().precision(precision).threads(1).build();
    }
}

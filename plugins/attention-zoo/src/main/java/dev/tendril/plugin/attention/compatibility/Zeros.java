package dev.tendril.plugin.attention.compatibility;

import dev.tendril.api.tensor.Initializer;

/** Zeros: the first values of biases. */
public final class Zeros {
    /** The initializer. */
    public static final Initializer INITIALIZER = (shape, draw) -> new double[Math.toIntExact(shape.elements())];

    private Zeros() {}
}

package dev.tendril.api.tensor;

import dev.tendril.api.PluginImplemented;

/** Gives a parameter its first values. */
@PluginImplemented
@FunctionalInterface
public interface Initializer {

    /**
     * The values, row-major.
     *
     * @param shape of the parameter; for a weight [O, I]
     * @param draw this parameter's random numbers
     * @return as many numbers as the shape has elements
     */
    double[] values(Shape shape, Draw draw);

    /**
     * What an initializer may use.
     *
     * @param random the source
     * @param key names this parameter's numbers
     * @param linearAlgebra decompositions
     */
    record Draw(RandomSource random, RandomKey key, LinearAlgebra linearAlgebra) {}
}

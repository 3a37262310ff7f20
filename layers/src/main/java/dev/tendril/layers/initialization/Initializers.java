package dev.tendril.layers.initialization;

import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.InitializerProvider;
import dev.tendril.api.tensor.Initializer;
import java.util.List;

/** The initializers of the core, and references to those that other components use by default. */
public final class Initializers {
    private Initializers() {}

    /** What registers them. */
    public static List<InitializerProvider<?>> providers() {
        return List.of(
                new Orthogonal.Provider(),
                new XavierUniform.Provider(),
                new XavierNormal.Provider(),
                new Uniform.Provider(),
                new Normal.Provider(),
                new Constant.Provider(),
                new Filled("zeros", "Zeros.", 0),
                new Filled("ones", "Ones.", 1));
    }

    /** {@link Orthogonal} of gain 1. */
    public static ComponentRef<Initializer> orthogonal() {
        return ComponentRef.of("core/orthogonal", new Orthogonal.Parameters(1));
    }

    /** {@link XavierUniform} of gain 1. */
    public static ComponentRef<Initializer> xavierUniform() {
        return ComponentRef.of("core/xavier_uniform", new XavierUniform.Parameters(1));
    }

    /** {@link XavierUniform} of gain 1 itself: weights that no parameter record speaks of. */
    public static Initializer weights() {
        return new XavierUniform(1);
    }

    /** {@link Normal} of mean 0. */
    public static ComponentRef<Initializer> normal(double deviation) {
        return ComponentRef.of("core/normal", new Normal.Parameters(0, deviation));
    }

    /** Every element one number: biases and gains. */
    public static Initializer filled(double value) {
        return new Constant(value);
    }
}

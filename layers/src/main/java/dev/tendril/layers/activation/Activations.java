package dev.tendril.layers.activation;

import dev.tendril.api.layer.Activation;
import dev.tendril.api.spi.ActivationProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.tensor.Tensor;
import java.util.List;

/** The activations of the core, and references to those that other components use by default. */
public final class Activations {
    private Activations() {}

    /** What registers them. */
    public static List<ActivationProvider<?>> providers() {
        return List.of(
                new Plain("sigmoid", "1 / (1 + e⁻ˣ).", Tensor::sigmoid),
                new Plain("tanh", "Hyperbolic tangent.", Tensor::tanh),
                new Plain("relu", "max(x, 0).", Tensor::relu),
                new Plain("identity", "x itself.", x -> x));
    }

    /** Hyperbolic tangent. */
    public static ComponentRef<Activation> tanh() {
        return ComponentRef.of("core/tanh", new NoParameters());
    }

    /** max(x, 0). */
    public static ComponentRef<Activation> relu() {
        return ComponentRef.of("core/relu", new NoParameters());
    }

    /** x itself. */
    public static ComponentRef<Activation> identity() {
        return ComponentRef.of("core/identity", new NoParameters());
    }

    /**
     * Registers an activation without parameters.
     *
     * @param name in YAML
     * @param description one sentence
     * @param activation the function
     */
    private record Plain(String name, String description, Activation activation)
            implements ActivationProvider<NoParameters> {
        @Override
        public Class<NoParameters> parameters() {
            return NoParameters.class;
        }

        @Override
        public Activation create(NoParameters parameters) {
            return activation;
        }
    }
}

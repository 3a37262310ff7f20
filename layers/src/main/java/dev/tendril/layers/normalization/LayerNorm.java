package dev.tendril.layers.normalization;

import dev.tendril.api.layer.ComponentContext;
import dev.tendril.api.layer.FeatureContext;
import dev.tendril.api.layer.Normalization;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.NormalizationProvider;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.initialization.Initializers;

/**
 * Layer normalisation (Ba et al. 2016).
 * <pre>
 *   y = gain ⊙ (x − μ) / √(σ² + epsilon) + bias      μ, σ² over the features of one vector
 * </pre>
 * Parameters: {@code gain [D]}, {@code bias [D]}.
 */
public final class LayerNorm implements Normalization {
    private final Parameter gain;
    private final Parameter bias;
    private final double epsilon;

    /** A normalisation of vectors of so many features, its parameters under the context's path. */
    public LayerNorm(ComponentContext context, int features, double epsilon) {
        this.gain = context.parameter("gain", Shape.of(features), Initializers.filled(1));
        this.bias = context.parameter("bias", Shape.of(features), Initializers.filled(0));
        this.epsilon = epsilon;
    }

    /**
     * Parameters of {@link LayerNorm}.
     *
     * @param epsilon added to the variance
     */
    public record Parameters(
            @Param("Added to the variance, so that it is never 0.")
            @Default("1e-5")
            @Range(min = 0, minExclusive = true)
            double epsilon) {}

    @Override
    public Tensor apply(Tensor x) {
        return x.layerNorm(gain, bias, epsilon);
    }

    static final class Provider implements NormalizationProvider<Parameters> {
        @Override
        public String name() {
            return "layer_norm";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Layer normalisation (Ba et al. 2016).";
        }

        @Override
        public Normalization create(Parameters parameters, FeatureContext context) {
            return new LayerNorm(context, context.features(), parameters.epsilon());
        }
    }
}

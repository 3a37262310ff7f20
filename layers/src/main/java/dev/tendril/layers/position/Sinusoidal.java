package dev.tendril.layers.position;

import dev.tendril.api.layer.FeatureContext;
import dev.tendril.api.layer.Position;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.PositionProvider;
import dev.tendril.api.tensor.Tensor;

/**
 * Sines and cosines of the position (Vaswani et al. 2017, sections 3.4 and 3.5); any length, no parameters.
 * <pre>
 *   y_t = √D x_t + p_t
 *   p_t,2i = sin θ_t,i     p_t,2i+1 = cos θ_t,i     θ of {@link Angles}
 * </pre>
 * Shapes: {@code x [B, T, D]}, {@code p [T, D]}.
 */
public final class Sinusoidal implements Position {
    private final Angles angles;
    private final int features;
    private final double scale;

    Sinusoidal(int features, boolean scaled) {
        this.angles = new Angles(features);
        this.features = features;
        this.scale = scaled ? Math.sqrt(features) : 1;
    }

    /**
     * Parameters of {@link Sinusoidal}.
     *
     * @param scaled whether x is multiplied by √D
     */
    public record Parameters(
            @Param("Whether the input is multiplied by the square root of its size first,"
                    + " so that small embeddings are not drowned by the positions.")
            @Default("true")
            boolean scaled) {}

    @Override
    public Tensor encode(Tensor x, int first) {
        Tensor hands = angles.of(first, x.shape().size(1), x.pass()); // [T, ⌈D / 2⌉]
        Tensor positions = Tensor.stack(-1, hands.sin(), hands.cos()).flatten(-2, -1); // [T, 2 ⌈D / 2⌉]
        return x.times(scale).plus(positions.slice(-1, 0, features));
    }

    static final class Provider implements PositionProvider<Parameters> {
        @Override
        public String name() {
            return "sinusoidal";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Sines and cosines of the position, added to the input (Vaswani et al. 2017).";
        }

        @Override
        public Position create(Parameters parameters, FeatureContext context) {
            return new Sinusoidal(context.features(), parameters.scaled());
        }
    }
}

package dev.tendril.layers.position;

import dev.tendril.api.layer.FeatureContext;
import dev.tendril.api.layer.Position;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.PositionProvider;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/**
 * Queries and keys turned by their position, so that their product depends on the distance between them alone (Su et al. 2021); any
 * length, no parameters. In each head, feature i of the first half makes a pair with feature i of the second:
 * <pre>
 *   y_i     = cos θ_t,i x_i − sin θ_t,i x_i+h
 *   y_i+h   = sin θ_t,i x_i + cos θ_t,i x_i+h     h = ⌊D / 2⌋, θ of {@link Angles}
 * </pre>
 * Shapes: {@code x [B, T, H · D]}. Where D is odd, the last feature of a head is not turned.
 */
public final class Rotary implements Position {

    Rotary() {}

    /** Positions are not worked into the input. */
    @Override
    public Tensor encode(Tensor x, int first) {
        return x;
    }

    @Override
    public Tensor encodeHeads(Tensor x, int heads, int first) {
        int features = x.shape().size(-1) / heads;
        int half = features / 2;
        Shape split = x.shape().with(-1, heads).append(features);
        Tensor apart = x.reshape(split); // [B, T, H · D] → [B, T, H, D]
        Tensor low = apart.slice(-1, 0, half);
        Tensor high = apart.slice(-1, half, 2 * half);
        Tensor rest = apart.slice(-1, 2 * half, features);
        Tensor angles =
                new Angles(2 * half).of(first, x.shape().size(1), x.pass()).unsqueeze(1); // [T, 1, h]
        Tensor cosine = angles.cos();
        Tensor sine = angles.sin();
        return cosine.times(low)
                .minus(sine.times(high))
                .concat(-1, sine.times(low).plus(cosine.times(high)), rest)
                .flatten(-2, -1);
    }

    static final class Provider implements PositionProvider<NoParameters> {
        @Override
        public String name() {
            return "rotary";
        }

        @Override
        public Class<NoParameters> parameters() {
            return NoParameters.class;
        }

        @Override
        public String description() {
            return "Queries and keys turned by their position (Su et al. 2021).";
        }

        @Override
        public Position create(NoParameters parameters, FeatureContext context) {
            return new Rotary();
        }
    }
}

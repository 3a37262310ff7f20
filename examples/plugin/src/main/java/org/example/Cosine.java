package org.example;

import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.AttentionContext;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.ScoredAttention;
import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Tensor;

/**
 * Attention by angle: {@code score = s · cos(query, key)}. Query and memory have one size.
 *
 * <p>Shapes: query [B, D], keys [B, S, D], scores [B, S].
 */
public final class Cosine implements AttentionProvider<Cosine.Parameters> {

    /** What stands in a model file: {@code {type: example/cosine, sharpness: 8}}. */
    public record Parameters(
            @Param("What cosines are multiplied by, s.") @Default("5.0") @Range(min = 0, minExclusive = true)
            double sharpness,

            @Param("How scores become weights.") @Default("softmax")
            ComponentRef<Distribution<?>> distribution) {}

    @Override
    public String name() {
        return "cosine";
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public String description() {
        return "Attention by the angle between query and memory.";
    }

    @Override
    public Attention<?, ?> create(Parameters parameters, AttentionContext context) {
        return new ScoredAttention<>(
                (query, keys) ->
                        unit(keys).matmul(unit(query).unsqueeze(-1)).squeeze(-1).times(parameters.sharpness()),
                context.distribution(parameters.distribution(), "distribution", context.querySize()));
    }

    /** Vectors of length 1; the small number keeps the gradient of a zero vector, such as padding, finite. */
    private static Tensor unit(Tensor x) {
        return x.dividedBy(x.square().sum(-1).plus(1e-8).sqrt().unsqueeze(-1));
    }
}

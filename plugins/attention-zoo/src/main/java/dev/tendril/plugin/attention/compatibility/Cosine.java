package dev.tendril.plugin.attention.compatibility;

import dev.tendril.api.layer.AttentionContext;
import dev.tendril.api.layer.Compatibility;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/**
 * The cosine of the angle between query and memory, times a learnt sharpness (Graves et al. 2014).
 * <pre>
 *   score_s = β · qᵀ m_s / (‖q‖ ‖m_s‖)     with ‖x‖ = √(xᵀx + 10⁻⁶)
 * </pre>
 * A cosine is at most 1, too little for a softmax to tell one step from many: β is what lets it. A vector of zeros scores 0. Shapes:
 * {@code q [B, D]}, {@code m [B, S, D]}; the keys are m / ‖m‖. Parameters: {@code beta [1]}.
 */
public final class Cosine implements Compatibility {
    private static final double SMALLEST = 1e-6;

    private final Parameter sharpness;

    private Cosine(Parameters parameters, AttentionContext context) {
        this.sharpness = context.parameter("beta", Shape.of(1), (shape, draw) -> new double[] {parameters.sharpness()});
    }

    /**
     * Parameters of {@link Cosine}.
     *
     * @param sharpness first value of β
     * @param distribution turns scores into weights
     */
    public record Parameters(
            @Param("First value of the factor that the cosine is multiplied by.")
            @Default("10.0")
            @Range(min = 0, minExclusive = true)
            double sharpness,

            @Param("How scores become weights.") @Default("softmax")
            ComponentRef<Distribution<?>> distribution) {}

    @Override
    public Tensor keys(Tensor values) {
        return unit(values);
    }

    @Override
    public Tensor scores(Tensor query, Tensor keys) {
        return Scores.products(unit(query), keys).times(sharpness);
    }

    private static Tensor unit(Tensor x) {
        return x.dividedBy(x.square().sum(-1).plus(SMALLEST).sqrt().unsqueeze(-1));
    }

    /** Registers it. */
    public static AttentionProvider<Parameters> provider() {
        return new EqualSizes<>(new Scored<>(
                "cosine",
                "Cosine of the angle between query and memory, times a learnt sharpness (Graves et al. 2014).",
                Parameters.class,
                Parameters::distribution,
                Cosine::new));
    }
}

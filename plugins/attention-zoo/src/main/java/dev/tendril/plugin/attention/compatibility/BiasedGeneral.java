package dev.tendril.plugin.attention.compatibility;

import dev.tendril.api.layer.AttentionContext;
import dev.tendril.api.layer.Compatibility;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/**
 * Bilinear product with a bias on the side of the query (Sordoni et al. 2016; "biased general" of Galassi et al. 2021).
 * <pre>
 *   score_s = m_sᵀ (W q + b)
 * </pre>
 * Shapes: {@code q [B, Q]}, {@code m [B, S, D]}; the keys are m. Parameters: {@code W [D, Q]}, {@code b [D]}.
 */
public final class BiasedGeneral implements Compatibility {
    private final Parameter weight;
    private final Parameter bias;

    private BiasedGeneral(Parameters parameters, AttentionContext context) {
        this.weight = context.parameter(
                "W",
                Shape.of(context.memorySize(), context.querySize()),
                context.create(parameters.initializer(), "initializer"));
        this.bias = context.parameter("b", Shape.of(context.memorySize()), Zeros.INITIALIZER);
    }

    /**
     * Parameters of {@link BiasedGeneral}.
     *
     * @param distribution turns scores into weights
     * @param initializer first values of W
     */
    public record Parameters(
            @Param("How scores become weights.") @Default("softmax")
            ComponentRef<Distribution<?>> distribution,

            @Param("First values of the weights.") @Default("xavier_uniform")
            ComponentRef<Initializer> initializer) {}

    @Override
    public Tensor scores(Tensor query, Tensor keys) {
        return Scores.products(query.linear(weight, bias), keys);
    }

    /** Registers it. */
    public static AttentionProvider<Parameters> provider() {
        return new Scored<>(
                "biased_general",
                "Bilinear product of memory and query, with a bias beside the query (Sordoni et al. 2016).",
                Parameters.class,
                Parameters::distribution,
                BiasedGeneral::new);
    }
}

package dev.tendril.plugin.attention.compatibility;

import dev.tendril.api.layer.Activation;
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
 * Bilinear product behind an activation (Ma et al. 2017; "activated general" of Galassi et al. 2021).
 * <pre>
 *   score_s = act(qᵀ W m_s + b)
 * </pre>
 * Shapes: {@code q [B, Q]}, {@code m [B, S, D]}; the keys are W m. Parameters: {@code W [Q, D]}, {@code b [1]}.
 */
public final class ActivatedGeneral implements Compatibility {
    private final Parameter weight;
    private final Parameter bias;
    private final Activation activation;

    private ActivatedGeneral(Parameters parameters, AttentionContext context) {
        this.weight = context.parameter(
                "W",
                Shape.of(context.querySize(), context.memorySize()),
                context.create(parameters.initializer(), "initializer"));
        this.bias = context.parameter("b", Shape.of(1), Zeros.INITIALIZER);
        this.activation = context.create(parameters.activation(), "activation");
    }

    /**
     * Parameters of {@link ActivatedGeneral}.
     *
     * @param activation act
     * @param distribution turns scores into weights
     * @param initializer first values of W
     */
    public record Parameters(
            @Param("The elementwise function.") @Default("tanh")
            ComponentRef<Activation> activation,

            @Param("How scores become weights.") @Default("softmax")
            ComponentRef<Distribution<?>> distribution,

            @Param("First values of the weights.") @Default("xavier_uniform")
            ComponentRef<Initializer> initializer) {}

    @Override
    public Tensor keys(Tensor values) {
        return values.linear(weight);
    }

    @Override
    public Tensor scores(Tensor query, Tensor keys) {
        return activation.apply(Scores.products(query, keys).plus(bias));
    }

    /** Registers it. */
    public static AttentionProvider<Parameters> provider() {
        return new Scored<>(
                "activated_general",
                "Bilinear product of query and memory behind an activation (Ma et al. 2017).",
                Parameters.class,
                Parameters::distribution,
                ActivatedGeneral::new);
    }
}

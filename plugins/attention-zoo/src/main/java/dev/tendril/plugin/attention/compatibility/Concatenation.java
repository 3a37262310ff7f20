package dev.tendril.plugin.attention.compatibility;

import dev.tendril.api.layer.Activation;
import dev.tendril.api.layer.AttentionContext;
import dev.tendril.api.layer.Compatibility;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/**
 * A small network over the concatenation of memory and query (Luong et al. 2015, "concat").
 * <pre>
 *   score_s = vᵀ act(W [m_s; q] + b)
 * </pre>
 * Shapes: {@code q [B, Q]}, {@code m [B, S, D]}; the keys are the columns of W that meet m, times m. Parameters:
 * {@code W [A, D + Q]}, {@code b [A]}, {@code v [1, A]}.
 */
public final class Concatenation implements Compatibility {
    private final Parameter weight;
    private final Parameter bias;
    private final Parameter readout;
    private final Activation activation;
    private final int memorySize;

    private Concatenation(Parameters parameters, AttentionContext context) {
        int units = parameters.units();
        Initializer initializer = context.create(parameters.initializer(), "initializer");
        this.memorySize = context.memorySize();
        this.weight = context.parameter("W", Shape.of(units, memorySize + context.querySize()), initializer);
        this.bias = context.parameter("b", Shape.of(units), Zeros.INITIALIZER);
        this.readout = context.parameter("v", Shape.of(1, units), initializer);
        this.activation = context.create(parameters.activation(), "activation");
    }

    /**
     * Parameters of {@link Concatenation}.
     *
     * @param units A
     * @param activation act
     * @param distribution turns scores into weights
     * @param initializer first values of W and v
     */
    public record Parameters(
            @Param("Hidden units of the network that scores.") @Range(min = 1)
            int units,

            @Param("The elementwise function.") @Default("tanh")
            ComponentRef<Activation> activation,

            @Param("How scores become weights.") @Default("softmax")
            ComponentRef<Distribution<?>> distribution,

            @Param("First values of the weights.") @Default("xavier_uniform")
            ComponentRef<Initializer> initializer) {}

    @Override
    public Tensor keys(Tensor values) {
        return values.linear(values.pass().attach(weight).slice(1, 0, memorySize));
    }

    @Override
    public Tensor scores(Tensor query, Tensor keys) {
        Tensor ofQuery =
                query.pass().attach(weight).slice(1, memorySize, weight.shape().size(1));
        Tensor projected = query.linear(ofQuery, bias).unsqueeze(1); // [B, 1, A]
        return activation.apply(keys.plus(projected)).linear(readout).squeeze(-1); // [B, S, A] → [B, S]
    }

    /** Registers it. */
    public static AttentionProvider<Parameters> provider() {
        return new Scored<>(
                "concat",
                "A small network scores memory and query, one behind the other (Luong et al. 2015).",
                Parameters.class,
                Parameters::distribution,
                Concatenation::new);
    }
}

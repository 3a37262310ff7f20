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
 * A small network over a window of the memory around each step, and the query: additive attention whose keys are a convolution (Galassi
 * et al. 2021, after Du et al. 2018).
 * <pre>
 *   score_s = vᵀ act(Σ_j C_j m_{s+j} + W q + b)     j = −r … r
 * </pre>
 * Beyond both ends of a sequence m is 0. Shapes: {@code q [B, Q]}, {@code m [B, S, D]}; the keys are the convolution. Parameters:
 * {@code C [A, (2r + 1) D]}, from the first step of the window to the last, {@code W [A, Q]}, {@code b [A]}, {@code v [1, A]}.
 */
public final class Convolution implements Compatibility {
    private final Parameter kernel;
    private final Parameter queryWeight;
    private final Parameter bias;
    private final Parameter readout;
    private final Activation activation;
    private final int radius;

    private Convolution(Parameters parameters, AttentionContext context) {
        int units = parameters.units();
        Initializer initializer = context.create(parameters.initializer(), "initializer");
        this.radius = parameters.radius();
        this.kernel = context.parameter("C", Shape.of(units, (2 * radius + 1) * context.memorySize()), initializer);
        this.queryWeight = context.parameter("W", Shape.of(units, context.querySize()), initializer);
        this.bias = context.parameter("b", Shape.of(units), Zeros.INITIALIZER);
        this.readout = context.parameter("v", Shape.of(1, units), initializer);
        this.activation = context.create(parameters.activation(), "activation");
    }

    /**
     * Parameters of {@link Convolution}.
     *
     * @param units A
     * @param radius r
     * @param activation act
     * @param distribution turns scores into weights
     * @param initializer first values of C, W and v
     */
    public record Parameters(
            @Param("Hidden units of the network that scores.") @Range(min = 1)
            int units,

            @Param("Steps of the window on each side of its middle.") @Default("1") @Range(min = 0)
            int radius,

            @Param("The elementwise function.") @Default("tanh")
            ComponentRef<Activation> activation,

            @Param("How scores become weights.") @Default("softmax")
            ComponentRef<Distribution<?>> distribution,

            @Param("First values of the weights.") @Default("xavier_uniform")
            ComponentRef<Initializer> initializer) {}

    @Override
    public Tensor keys(Tensor values) {
        return Windows.of(values, radius).linear(kernel); // [B, S, (2r + 1) D] → [B, S, A]
    }

    @Override
    public Tensor scores(Tensor query, Tensor keys) {
        Tensor projected = query.linear(queryWeight, bias).unsqueeze(1); // [B, 1, A]
        return activation.apply(keys.plus(projected)).linear(readout).squeeze(-1); // [B, S, A] → [B, S]
    }

    /** Registers it. */
    public static AttentionProvider<Parameters> provider() {
        return new Scored<>(
                "convolution",
                "A small network scores the query and a window of the memory (Du et al. 2018).",
                Parameters.class,
                Parameters::distribution,
                Convolution::new);
    }
}

package dev.tendril.plugin.attention.compatibility;

import dev.tendril.api.layer.Activation;
import dev.tendril.api.layer.AttentionContext;
import dev.tendril.api.layer.Compatibility;
import dev.tendril.api.layer.ComponentContext;
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
import java.util.ArrayList;
import java.util.List;

/**
 * A network of several layers over memory and query (Pavlopoulos et al. 2017).
 * <pre>
 *   e_1 = act(W₁ m_s + W₀ q + b₁)
 *   e_l = act(W_l e_{l−1} + b_l)      l = 2 … L
 *   score_s = vᵀ e_L
 * </pre>
 * With one layer it is the additive attention. Shapes: {@code q [B, Q]}, {@code m [B, S, D]}; the keys are W₁ m. Parameters:
 * {@code W0 [A, Q]}, {@code layer1.W [A, D]}, {@code layer1.b [A]}, {@code layer2.W [A, A]}, …, {@code v [1, A]}.
 */
public final class Deep implements Compatibility {
    private final Parameter queryWeight;
    private final Parameter memoryWeight;
    private final Parameter bias;
    private final List<Layer> layers;
    private final Parameter readout;
    private final Activation activation;

    /** A layer behind the first. */
    private record Layer(Parameter weight, Parameter bias) {}

    private Deep(Parameters parameters, AttentionContext context) {
        int units = parameters.units();
        Initializer initializer = context.create(parameters.initializer(), "initializer");
        this.queryWeight = context.parameter("W0", Shape.of(units, context.querySize()), initializer);
        ComponentContext first = context.scope("layer1");
        this.memoryWeight = first.parameter("W", Shape.of(units, context.memorySize()), initializer);
        this.bias = first.parameter("b", Shape.of(units), Zeros.INITIALIZER);
        List<Layer> further = new ArrayList<>();
        for (int number = 2; number <= parameters.layers(); number++) {
            ComponentContext place = context.scope("layer" + number);
            further.add(new Layer(
                    place.parameter("W", Shape.of(units, units), initializer),
                    place.parameter("b", Shape.of(units), Zeros.INITIALIZER)));
        }
        this.layers = List.copyOf(further);
        this.readout = context.parameter("v", Shape.of(1, units), initializer);
        this.activation = context.create(parameters.activation(), "activation");
    }

    /**
     * Parameters of {@link Deep}.
     *
     * @param units A
     * @param layers L
     * @param activation act
     * @param distribution turns scores into weights
     * @param initializer first values of W₀, W₁, … and v
     */
    public record Parameters(
            @Param("Hidden units of every layer of the network that scores.") @Range(min = 1)
            int units,

            @Param("Layers of the network that scores.") @Default("2") @Range(min = 1, max = 1000)
            int layers,

            @Param("The elementwise function.") @Default("tanh")
            ComponentRef<Activation> activation,

            @Param("How scores become weights.") @Default("softmax")
            ComponentRef<Distribution<?>> distribution,

            @Param("First values of the weights.") @Default("xavier_uniform")
            ComponentRef<Initializer> initializer) {}

    @Override
    public Tensor keys(Tensor values) {
        return values.linear(memoryWeight);
    }

    @Override
    public Tensor scores(Tensor query, Tensor keys) {
        Tensor projected = query.linear(queryWeight, bias).unsqueeze(1); // [B, 1, A]
        Tensor hidden = activation.apply(keys.plus(projected)); // [B, S, A]
        for (Layer layer : layers) {
            hidden = activation.apply(Scores.linear(hidden, layer.weight()).plus(layer.bias()));
        }
        return hidden.linear(readout).squeeze(-1); // [B, S]
    }

    /** Registers it. */
    public static AttentionProvider<Parameters> provider() {
        return new Scored<>(
                "deep",
                "A network of several layers scores memory and query (Pavlopoulos et al. 2017).",
                Parameters.class,
                Parameters::distribution,
                Deep::new);
    }
}

package dev.tendril.layers.node;

import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.Expect;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Activation;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Stepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Pass;
import dev.tendril.layers.activation.Activations;
import dev.tendril.layers.initialization.Initializers;
import java.util.List;
import java.util.Optional;

/**
 * A linear map of the vectors of every step, with an activation: {@code y = φ(U x + b)}.
 *
 * <p>Shapes: {@code x [..., I]}, {@code y [..., O]}. Parameters: {@code U [O, I]}, and {@code b [O]} unless it is left out.
 */
public final class LinearNode implements Node {
    private final Affine affine;
    private final Activation activation;

    LinearNode(Parameters parameters, NodeContext context) {
        int features = context.inputs().get(Port.INPUT).features().intValue();
        Initializer initializer = context.create(parameters.initializer(), "initializer");
        this.affine = parameters.bias()
                ? Affine.biased(context, features, parameters.units(), initializer)
                : Affine.unbiased(context, features, parameters.units(), initializer);
        this.activation = context.create(parameters.activation(), "activation");
    }

    /**
     * Parameters of {@link LinearNode}.
     *
     * @param units O
     * @param activation φ
     * @param bias whether b is added
     * @param initializer first values of U
     */
    public record Parameters(
            @Param("Features of the output.") @Range(min = 1)
            int units,

            @Param("Function of the result.") @Default("identity")
            ComponentRef<Activation> activation,

            @Param("Whether a bias is added.") @Default("true")
            boolean bias,

            @Param("First values of the weight.") @Default("xavier_uniform")
            ComponentRef<Initializer> initializer) {

        /** So many features, everything else by default. */
        public Parameters(int units) {
            this(units, Activations.identity(), true, Initializers.xavierUniform());
        }
    }

    @Override
    public Values forward(Values inputs, Pass pass) {
        Sequence x = inputs.sequence(Port.INPUT).zeroPadded(pass);
        return Values.of(Port.OUTPUT, x.with(activation.apply(affine.of(x.values()))));
    }

    @Override
    public Optional<Stepper<?>> stepper() {
        return Optional.of(Stepper.pointwise(this));
    }

    static final class Provider implements NodeProvider<Parameters> {
        @Override
        public String name() {
            return "linear";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "A linear map of the vectors of every step, with an activation.";
        }

        @Override
        public List<Port> ports(Parameters parameters) {
            return List.of(Port.required(Port.INPUT, "The vectors, over any number of time axes."));
        }

        @Override
        public PortTypes infer(Parameters parameters, PortTypes inputs, Sizes nested) {
            return PortTypes.output(Expect.vectors(inputs, Port.INPUT).withFeatures(Size.of(parameters.units())));
        }

        @Override
        public boolean stepwise(Parameters parameters) {
            return true;
        }

        @Override
        public boolean resumable(Parameters parameters) {
            return true;
        }

        @Override
        public Node create(Parameters parameters, NodeContext context) {
            return new LinearNode(parameters, context);
        }
    }
}

package dev.tendril.layers.transformer;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Expect;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Activation;
import dev.tendril.api.layer.Normalization;
import dev.tendril.api.layer.Position;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.layers.activation.Activations;
import dev.tendril.layers.initialization.Initializers;
import dev.tendril.layers.normalization.Normalizations;
import dev.tendril.layers.position.Positions;
import java.util.Optional;

/**
 * Parameters of {@link TransformerNode} and {@link TransformerSteps}.
 *
 * @param units D, the size of every vector between the layers
 * @param heads H
 * @param layers one above the other
 * @param feedForward F, hidden units between the layers' attentions
 * @param positions where a step stands
 * @param norm where normalisations stand
 * @param normalization of every sub-layer
 * @param activation of the feed-forward networks
 * @param dropout of the input and of what every sub-layer adds
 * @param initializer first values of every weight
 */
public record TransformerParameters(
        @Param("Features of the input and of every layer.") @Range(min = 1)
        int units,

        @Param("Heads of every attention; they divide the units among themselves.") @Range(min = 1)
        int heads,

        @Param("Number of layers, one above the other.") @Range(min = 1, max = 1000)
        int layers,

        @Param("Hidden units of the feed-forward network of every layer; four times the units if not given.")
        @Range(min = 1)
        Optional<Integer> feedForward,

        @Param("Tells where a step stands.") @Default("sinusoidal")
        ComponentRef<Position> positions,

        @Param("Whether a sub-layer's input is normalised (pre, Xiong et al. 2020), which trains without a warm-up,"
                + " or the sum of its input and output (post, Vaswani et al. 2017).")
        @Default("pre")
        Norm norm,

        @Param("The normalisation.") @Default("layer_norm") ComponentRef<Normalization> normalization,

        @Param("Activation of the feed-forward networks.") @Default("relu")
        ComponentRef<Activation> activation,

        @Param("Probability that a feature of the input, or of what a sub-layer adds to it, is dropped.")
        @Default("0.0")
        @Range(min = 0, max = 1, maxExclusive = true)
        double dropout,

        @Param("First values of the weights.") @Default("xavier_uniform")
        ComponentRef<Initializer> initializer) {

    public TransformerParameters {
        if (units % heads != 0) {
            throw new InvalidParameter(
                    "heads",
                    heads + " heads cannot divide " + units + " units equally; use a divisor, such as "
                            + divisor(units, heads));
        }
    }

    /** Where a normalisation stands. */
    public enum Norm {
        /** Before the sub-layer, beside the residual connection; one more stands behind the last layer. */
        PRE,
        /** After the sum of both. */
        POST
    }

    /** So many units, heads and layers, everything else by default. */
    public static TransformerParameters of(int units, int heads, int layers) {
        return new TransformerParameters(
                units,
                heads,
                layers,
                Optional.empty(),
                Positions.sinusoidal(),
                Norm.PRE,
                Normalizations.layerNorm(),
                Activations.relu(),
                0,
                Initializers.xavierUniform());
    }

    /**
     * The type of the input, which is that of the output.
     *
     * @throws InvalidGraph if it is no sequence of vectors of so many units
     */
    EdgeType input(PortTypes inputs) {
        EdgeType input = Expect.sequence(inputs, Port.INPUT);
        Size features = input.features();
        if (features.known() && features.value() != units) {
            throw new InvalidGraph(
                    Port.INPUT,
                    InvalidGraph.Kind.SIZE_MISMATCH,
                    "a Transformer of " + units
                            + " units wants vectors of that size at port 'input', it is connected to"
                            + " vectors of size " + features + "; make both equal, or put a linear node between");
        }
        return input.withFeatures(Size.of(units));
    }

    /** F. */
    int hidden() {
        return feedForward.orElseGet(() -> Math.multiplyExact(4, units));
    }

    /** The largest divisor of the units that is not above the heads. */
    private static int divisor(int units, int heads) {
        int divisor = Math.min(units, heads);
        while (units % divisor != 0) {
            divisor--;
        }
        return divisor;
    }
}

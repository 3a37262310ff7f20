package dev.tendril.plugin.attention.distribution;

import dev.tendril.api.cell.NoState;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.DistributionContext;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.DistributionProvider;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;

/**
 * A softmax within a window whose middle the query predicts, times a Gaussian around that middle (Luong et al. 2015, "local-p").
 * <pre>
 *   p = L · σ(vᵀ tanh(W q))                            L real steps; places are counted from 0
 *   a_s = softmax of e_s over |s − p| ≤ D, times exp(−(s − p)² / (2 (D / 2)²))
 * </pre>
 * The Gaussian is what teaches W and v where to look; because of it, weights sum to less than 1. Shapes: {@code q [B, Q]}. Parameters:
 * {@code W [A, Q]}, {@code v [1, A]}.
 */
public final class LocalPredictive {
    private final Parameter weight;
    private final Parameter readout;
    private final int radius;

    private LocalPredictive(Parameters parameters, DistributionContext context) {
        Initializer initializer = context.create(parameters.initializer(), "initializer");
        this.weight = context.parameter("W", Shape.of(parameters.units(), context.querySize()), initializer);
        this.readout = context.parameter("v", Shape.of(1, parameters.units()), initializer);
        this.radius = parameters.window();
    }

    /**
     * Parameters of {@link LocalPredictive}.
     *
     * @param units A
     * @param window D
     * @param initializer first values of W and v
     */
    public record Parameters(
            @Param("Hidden units of the network that predicts the middle.") @Range(min = 1)
            int units,

            @Param("Steps that are seen on each side of the middle.") @Default("10") @Range(min = 1)
            int window,

            @Param("First values of the weights.") @Default("xavier_uniform")
            ComponentRef<Initializer> initializer) {}

    private Tensor weights(Tensor query, Tensor scores, Tensor mask) {
        Tensor length = mask.sum(-1).unsqueeze(-1); // [B, 1]
        Tensor middle = query.linear(weight).tanh().linear(readout).sigmoid().times(length); // [B, 1]
        Tensor distances = Window.distances(middle, mask.shape().size(1)); // [B, S]
        double deviation = radius / 2.0;
        Tensor bell = distances.square().times(-1 / (2 * deviation * deviation)).exp();
        return scores.maskedSoftmax(Window.mask(mask, distances, radius)).times(bell);
    }

    private Distribution<NoState> distribution() {
        return new Distribution<>() {
            @Override
            public NoState initialState(Tensor mask, Pass pass) {
                return new NoState();
            }

            @Override
            public Weighed<NoState> weigh(Tensor query, Tensor scores, Tensor mask, NoState previous) {
                return new Weighed<>(weights(query, scores, mask), previous);
            }
        };
    }

    /** Registers it. */
    public static DistributionProvider<Parameters> provider() {
        return new Provider();
    }

    private static final class Provider implements DistributionProvider<Parameters> {
        @Override
        public String name() {
            return "local_predictive";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Softmax within a window whose middle the query predicts (Luong et al. 2015).";
        }

        @Override
        public Distribution<?> create(Parameters parameters, DistributionContext context) {
            return new LocalPredictive(parameters, context).distribution();
        }
    }
}

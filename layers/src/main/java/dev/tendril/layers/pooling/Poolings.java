package dev.tendril.layers.pooling;

import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.FeatureContext;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.PoolingProvider;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The poolings of the core, each over the real steps of a row: [B, T, D] → [B, D]. A row without any gives zeros.
 * <pre>
 *   first: x_1    last: x_L    sum: Σ_t x_t    mean: Σ_t x_t / L    max: max_t x_t, feature by feature
 * </pre>
 */
public final class Poolings {
    private Poolings() {}

    /** What registers them. */
    public static List<PoolingProvider<?>> providers() {
        return List.of(
                new Plain("first", "The first real step.", (source, pass) -> step(source, length -> 0)),
                new Plain("last", "The last real step.", (source, pass) -> step(source, length -> length - 1)),
                new Plain("sum", "The sum of the real steps.", Poolings::sum),
                new Plain("mean", "The mean of the real steps.", Poolings::mean),
                new Plain("max", "The maximum over the real steps, feature by feature.", Poolings::max));
    }

    private static Tensor step(Sequence source, IntUnaryOperator positionByLength) {
        int[] positions = Arrays.stream(source.lengths().get(0).toArray())
                .map(length -> length == 0 ? -1 : positionByLength.applyAsInt(length))
                .toArray();
        return source.values()
                .steps(Ids.of(Shape.of(positions.length, 1), positions))
                .squeeze(1);
    }

    private static Tensor sum(Sequence source, Pass pass) {
        return source.mask(pass).unsqueeze(-1).select(source.values(), 0).sum(1);
    }

    private static Tensor mean(Sequence source, Pass pass) {
        Lengths lengths = source.lengths().get(0);
        double[] counts = Arrays.stream(lengths.toArray())
                .mapToDouble(length -> Math.max(1, length))
                .toArray();
        return sum(source, pass).dividedBy(pass.tensor(Shape.of(lengths.rows(), 1), counts));
    }

    private static Tensor max(Sequence source, Pass pass) {
        if (source.shape().size(1) == 0) {
            return sum(source, pass);
        }
        Tensor known = source.mask(pass).unsqueeze(-1).select(source.values(), Double.NEGATIVE_INFINITY);
        double[] any = Arrays.stream(source.lengths().get(0).toArray())
                .mapToDouble(length -> Math.min(1, length))
                .toArray();
        return pass.tensor(Shape.of(source.rows(), 1), any).select(known.max(1), 0);
    }

    /**
     * Registers a pooling without parameters.
     *
     * @param name in YAML
     * @param description one sentence
     * @param pooling what it does
     */
    private record Plain(String name, String description, Pooling pooling) implements PoolingProvider<NoParameters> {
        @Override
        public Class<NoParameters> parameters() {
            return NoParameters.class;
        }

        @Override
        public Pooling create(NoParameters parameters, FeatureContext context) {
            return pooling;
        }
    }
}

package dev.tendril.contracts.kinds.every;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.AttentionContext;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.layer.Compatibility;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.DistributionContext;
import dev.tendril.api.layer.ScoredAttention;
import dev.tendril.api.spi.AttentionProvider;
import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.DistributionProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.Arrays;

/** What goes from step to step. */
final class Recurrences {
    private static final double KEPT = 0.7;

    private Recurrences() {}

    /** One number for all elements. */
    static Initializer filled(double number) {
        return (shape, draw) -> {
            double[] values = new double[Math.toIntExact(shape.elements())];
            Arrays.fill(values, number);
            return values;
        };
    }

    /** h′ = 0.7 h + 0.3 (a ⊙ x), a learnt. */
    record Leaky(Parameter gain, int units) implements Cell<Leaky.State> {
        /**
         * What is carried.
         *
         * @param h [B, H]
         */
        record State(Tensor h) implements CellState {}

        @Override
        public State initialState(int batch, Pass pass) {
            return new State(pass.zeros(Shape.of(batch, units)));
        }

        @Override
        public State step(Tensor x, State previous) {
            return new State(previous.h().times(KEPT).plus(x.times(gain).times(1 - KEPT)));
        }

        @Override
        public Tensor output(State state) {
            return state.h();
        }
    }

    /** Registers {@link Leaky}. */
    static final class LeakyProvider extends Mine implements CellProvider<NoParameters> {
        @Override
        public String description() {
            return "Keeps seven tenths of its state and takes three of its input, feature by feature.";
        }

        @Override
        public int outputSize(NoParameters parameters, int inputSize, Sizes nested) {
            return inputSize;
        }

        @Override
        public Cell<?> create(NoParameters parameters, CellContext context) {
            int units = context.inputSize();
            return new Leaky(context.parameter("gain", Shape.of(units), filled(1)), units);
        }
    }

    /**
     * Parameters of the attention.
     *
     * @param distribution turns scores into weights
     */
    record NearestParameters(
            @Param("How scores become weights.") ComponentRef<Distribution<?>> distribution) {}

    /** score_s = −Σ |W m_s − q|. */
    private record Nearest(Parameter projection) implements Compatibility {
        @Override
        public Tensor keys(Tensor values) {
            return values.linear(projection);
        }

        @Override
        public Tensor scores(Tensor query, Tensor keys) {
            return keys.minus(query.unsqueeze(1)).abs().sum(-1).negate(); // [B, S, Q] → [B, S]
        }
    }

    /** Registers the attention by {@link Nearest}. */
    static final class NearestProvider implements AttentionProvider<NearestParameters> {
        @Override
        public String name() {
            return "mine";
        }

        @Override
        public Class<NearestParameters> parameters() {
            return NearestParameters.class;
        }

        @Override
        public String description() {
            return "Looks at the steps whose projection is near the query.";
        }

        @Override
        public Attention<?, ?> create(NearestParameters parameters, AttentionContext context) {
            Shape shape = Shape.of(context.querySize(), context.memorySize());
            return new ScoredAttention<>(
                    new Nearest(context.parameter("projection", shape, filled(0.5))),
                    context.distribution(parameters.distribution(), "distribution", context.querySize()));
        }
    }

    /** w_s = (1 + s²)⁻¹ / Σ (1 + s²)⁻¹. */
    static final class BellProvider extends Mine implements DistributionProvider<NoParameters> {
        @Override
        public String description() {
            return "Weights in proportion to 1 / (1 + s²), for a score s.";
        }

        @Override
        public Distribution<?> create(NoParameters parameters, DistributionContext context) {
            return Distribution.stateless((scores, mask) -> {
                Tensor near = mask.select(scores.square().plus(1).reciprocal(), 0.0);
                return near.dividedBy(near.sum(-1).plus(1e-9).unsqueeze(-1));
            });
        }
    }
}

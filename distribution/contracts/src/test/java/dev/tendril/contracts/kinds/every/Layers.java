package dev.tendril.contracts.kinds.every;

import dev.tendril.api.layer.Activation;
import dev.tendril.api.layer.FeatureContext;
import dev.tendril.api.layer.Normalization;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.layer.Position;
import dev.tendril.api.spi.ActivationProvider;
import dev.tendril.api.spi.InitializerProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.NormalizationProvider;
import dev.tendril.api.spi.PoolingProvider;
import dev.tendril.api.spi.PositionProvider;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.stream.IntStream;

/** Functions of tensors. */
final class Layers {
    private static final double SMALL = 1e-6;

    private Layers() {}

    /** φ(x) = x / (1 + |x|) (Bergstra et al. 2009). */
    static final class SoftSignProvider extends Mine implements ActivationProvider<NoParameters> {
        @Override
        public String description() {
            return "Softsign, x / (1 + |x|) (Bergstra et al. 2009).";
        }

        @Override
        public Activation create(NoParameters parameters) {
            return x -> x.dividedBy(x.abs().plus(1));
        }
    }

    /** Plus and minus 1/√fan-in, by turns. */
    static final class AlternatingProvider extends Mine implements InitializerProvider<NoParameters> {
        @Override
        public String description() {
            return "Plus and minus one by the root of the last size, in an order without a period.";
        }

        @Override
        public Initializer create(NoParameters parameters) {
            return (shape, draw) -> {
                double size = 1 / Math.sqrt(Math.max(1, shape.size(-1)));
                return IntStream.range(0, Math.toIntExact(shape.elements()))
                        .mapToDouble(index -> Math.floorMod(index * index + index / 3, 5) < 2 ? -size : size)
                        .toArray();
            };
        }
    }

    /** x / √(Σ x² + ε). */
    static final class UnitLengthProvider extends Mine implements NormalizationProvider<NoParameters> {
        @Override
        public String description() {
            return "Divides every vector by its length.";
        }

        @Override
        public Normalization create(NoParameters parameters, FeatureContext context) {
            return x -> x.dividedBy(x.square().sum(-1).plus(SMALL).sqrt().unsqueeze(-1));
        }
    }

    /** x + 0.01 t. */
    static final class RampProvider extends Mine implements PositionProvider<NoParameters> {
        @Override
        public String description() {
            return "Adds a hundredth of the position to every feature.";
        }

        @Override
        public Position create(NoParameters parameters, FeatureContext context) {
            return (x, first) -> x.plus(ramp(x, first));
        }

        private static Tensor ramp(Tensor x, int first) {
            int steps = x.shape().size(1);
            double[] positions = IntStream.range(first, first + steps)
                    .mapToDouble(position -> position / 100.0)
                    .toArray();
            return x.pass().tensor(Shape.of(steps, 1), positions); // [T, 1]
        }
    }

    /** Σ_t x_t² / T; zeros where there is no step. */
    static final class MeanSquareProvider extends Mine implements PoolingProvider<NoParameters> {
        @Override
        public String description() {
            return "Mean of the squares over the real steps.";
        }

        @Override
        public Pooling create(NoParameters parameters, FeatureContext context) {
            return (source, pass) -> {
                Tensor steps = source.mask(pass).sum(1).unsqueeze(-1); // [B, 1]
                Tensor squares = source.zeroPadded(pass).values().square().sum(1); // [B, D]
                return squares.dividedBy(steps.maximum(pass.full(Shape.scalar(), 1)));
            };
        }
    }
}

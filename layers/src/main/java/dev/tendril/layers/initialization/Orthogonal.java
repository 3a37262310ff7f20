package dev.tendril.layers.initialization;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.InitializerProvider;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Shape;

/**
 * An orthonormal basis drawn at random, times a gain (Saxe et al. 2014): products with it keep lengths, so that a recurrence neither
 * shrinks nor grows what it carries at the start. For a weight [O, I...] rows are orthonormal if O is at most the product of the other
 * sizes, else columns are.
 */
public final class Orthogonal implements Initializer {
    private final double gain;

    Orthogonal(double gain) {
        this.gain = gain;
    }

    /**
     * Parameters of {@link Orthogonal}.
     *
     * @param gain factor on the basis
     */
    public record Parameters(
            @Param("Factor on the orthonormal basis.") @Default("1.0") @Range(min = 0, minExclusive = true)
            double gain) {}

    @Override
    public double[] values(Shape shape, Draw draw) {
        if (shape.rank() < 2) {
            throw new IllegalArgumentException(
                    "initializer 'orthogonal' wants a matrix, got shape " + shape + "; use another initializer for it");
        }
        int rows = shape.size(0);
        int columns = Math.toIntExact(Fans.of(shape).in());
        double[] normal = Fans.fill(shape, i -> draw.random().normal(draw.key(), i));
        double[] basis = draw.linearAlgebra().orthogonal(rows, columns, normal);
        return Fans.fill(shape, i -> gain * basis[i]);
    }

    static final class Provider implements InitializerProvider<Parameters> {
        @Override
        public String name() {
            return "orthogonal";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "An orthonormal basis drawn at random (Saxe et al. 2014).";
        }

        @Override
        public Initializer create(Parameters parameters) {
            return new Orthogonal(parameters.gain());
        }
    }
}

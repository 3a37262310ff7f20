package dev.tendril.layers.initialization;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.InitializerProvider;
import dev.tendril.api.spi.Param;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Shape;

/** Uniform numbers between two bounds. */
public final class Uniform implements Initializer {
    private final Parameters bounds;

    Uniform(Parameters bounds) {
        this.bounds = bounds;
    }

    /**
     * Parameters of {@link Uniform}.
     *
     * @param low the smallest number
     * @param high the bound above
     */
    public record Parameters(
            @Param("The smallest number.") @Default("-0.1") double low,

            @Param("The bound above, not reached itself.") @Default("0.1")
            double high) {
        public Parameters {
            if (!(low < high)) {
                throw new InvalidParameter("high", "high is " + high + "; it must be greater than low, " + low);
            }
        }
    }

    @Override
    public double[] values(Shape shape, Draw draw) {
        return Fans.fill(
                shape,
                i -> bounds.low()
                        + (bounds.high() - bounds.low()) * draw.random().uniform(draw.key(), i));
    }

    static final class Provider implements InitializerProvider<Parameters> {
        @Override
        public String name() {
            return "uniform";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Uniform numbers between two bounds.";
        }

        @Override
        public Initializer create(Parameters parameters) {
            return new Uniform(parameters);
        }
    }
}

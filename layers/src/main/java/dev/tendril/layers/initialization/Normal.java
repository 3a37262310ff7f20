package dev.tendril.layers.initialization;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.InitializerProvider;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Shape;

/** Normal numbers of a given mean and standard deviation. */
public final class Normal implements Initializer {
    private final Parameters parameters;

    Normal(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Parameters of {@link Normal}.
     *
     * @param mean of the numbers
     * @param deviation their standard deviation
     */
    public record Parameters(
            @Param("Mean of the numbers.") @Default("0.0") double mean,

            @Param("Standard deviation of the numbers.") @Default("0.1") @Range(min = 0)
            double deviation) {}

    @Override
    public double[] values(Shape shape, Draw draw) {
        return Fans.fill(
                shape,
                i -> parameters.mean() + parameters.deviation() * draw.random().normal(draw.key(), i));
    }

    static final class Provider implements InitializerProvider<Parameters> {
        @Override
        public String name() {
            return "normal";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Normal numbers of a given mean and standard deviation.";
        }

        @Override
        public Initializer create(Parameters parameters) {
            return new Normal(parameters);
        }
    }
}

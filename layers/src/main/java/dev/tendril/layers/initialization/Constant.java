package dev.tendril.layers.initialization;

import dev.tendril.api.spi.InitializerProvider;
import dev.tendril.api.spi.Param;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Shape;
import java.util.Arrays;

/** One number for every element. */
public final class Constant implements Initializer {
    private final double value;

    Constant(double value) {
        this.value = value;
    }

    /**
     * Parameters of {@link Constant}.
     *
     * @param value the number
     */
    public record Parameters(
            @Param("The number that every element starts from.")
            double value) {}

    @Override
    public double[] values(Shape shape, Draw draw) {
        double[] values = new double[Math.toIntExact(shape.elements())];
        Arrays.fill(values, value);
        return values;
    }

    static final class Provider implements InitializerProvider<Parameters> {
        @Override
        public String name() {
            return "constant";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "One number for every element.";
        }

        @Override
        public Initializer create(Parameters parameters) {
            return new Constant(parameters.value());
        }
    }
}

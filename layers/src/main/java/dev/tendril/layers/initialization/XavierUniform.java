package dev.tendril.layers.initialization;

import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.InitializerProvider;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Shape;

/** {@code U(−a, a) with a = gain · √(6 / (in + out))} for a weight of so many inputs and outputs (Glorot and Bengio 2010). */
public final class XavierUniform implements Initializer {
    private final double gain;

    XavierUniform(double gain) {
        this.gain = gain;
    }

    /**
     * Parameters of {@link XavierUniform}.
     *
     * @param gain factor on every number
     */
    public record Parameters(
            @Param("Factor on every number.") @Default("1.0") @Range(min = 0, minExclusive = true)
            double gain) {}

    @Override
    public double[] values(Shape shape, Draw draw) {
        double bound = gain * Math.sqrt(6 / Fans.of(shape).sum());
        return Fans.fill(shape, i -> bound * (2 * draw.random().uniform(draw.key(), i) - 1));
    }

    static final class Provider implements InitializerProvider<Parameters> {
        @Override
        public String name() {
            return "xavier_uniform";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Uniform numbers scaled by the weight's inputs and outputs (Glorot and Bengio 2010).";
        }

        @Override
        public Initializer create(Parameters parameters) {
            return new XavierUniform(parameters.gain());
        }
    }
}

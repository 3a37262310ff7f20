package dev.tendril.plugin.optimizers;

import dev.tendril.api.spi.ClippingProvider;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Clipping;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Clipping by the norm of each parameter's own gradient: if ‖g_p‖ &gt; max then g_p′ = g_p · max / ‖g_p‖. A norm that is not a number
 * changes nothing.
 *
 * @param max largest norm that is left alone
 */
record PerParameterClipping(double max) implements Clipping {

    @Override
    public Clipped clip(Map<Parameter, Tensor> gradients) {
        double squares = 0;
        boolean acted = false;
        Map<Parameter, Tensor> bounded = new LinkedHashMap<>();
        for (Map.Entry<Parameter, Tensor> entry : gradients.entrySet()) {
            double square = entry.getValue().sumOfSquares();
            double norm = Math.sqrt(square);
            boolean acts = norm > max;
            squares += square;
            acted |= acts;
            bounded.put(entry.getKey(), acts ? entry.getValue().times(max / norm) : entry.getValue());
        }
        return new Clipped(bounded, Math.sqrt(squares), acted);
    }

    /**
     * Parameters of {@code per_parameter}.
     *
     * @param max largest norm that is left alone
     */
    public record Parameters(
            @Param("Largest L2 norm of the gradient of one parameter that is left alone.")
            @Range(min = 0, minExclusive = true)
            double max) {}

    static final class Provider implements ClippingProvider<Parameters> {
        @Override
        public String name() {
            return "per_parameter";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Scales the gradient of each parameter on its own so that its L2 norm is at most a bound.";
        }

        @Override
        public Clipping create(Parameters parameters) {
            return new PerParameterClipping(parameters.max());
        }
    }
}

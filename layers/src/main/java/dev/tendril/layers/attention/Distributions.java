package dev.tendril.layers.attention;

import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.DistributionContext;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.DistributionProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.tensor.Tensor;
import java.util.List;

/** The distributions of the core, and a reference to the usual one. */
public final class Distributions {
    private Distributions() {}

    /** What registers them. */
    public static List<DistributionProvider<?>> providers() {
        return List.of(new Softmax());
    }

    /** Softmax over the real steps. */
    public static ComponentRef<Distribution<?>> softmax() {
        return ComponentRef.of("core/softmax", new NoParameters());
    }

    /** Registers {@link Tensor#maskedSoftmax}. */
    private static final class Softmax implements DistributionProvider<NoParameters> {
        @Override
        public String name() {
            return "softmax";
        }

        @Override
        public Class<NoParameters> parameters() {
            return NoParameters.class;
        }

        @Override
        public String description() {
            return "Softmax of the scores over the real steps.";
        }

        @Override
        public Distribution<?> create(NoParameters parameters, DistributionContext context) {
            return Distribution.stateless(Tensor::maskedSoftmax);
        }
    }
}

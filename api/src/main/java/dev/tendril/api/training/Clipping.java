package dev.tendril.api.training;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Tensor;
import java.util.Map;

/** Bounds gradients before an update, against their explosion (Pascanu et al. 2013). */
@PluginImplemented
@FunctionalInterface
public interface Clipping {

    /** The bounded gradients. */
    Clipped clip(Map<Parameter, Tensor> gradients);

    /**
     * What clipping gives.
     *
     * @param gradients by parameter, in the order given
     * @param norm global L2 norm before clipping
     * @param acted whether anything changed
     */
    record Clipped(Map<Parameter, Tensor> gradients, double norm, boolean acted) {}
}

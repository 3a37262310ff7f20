package dev.tendril.api.layer;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.tensor.Tensor;

/** An elementwise function. */
@PluginImplemented
@FunctionalInterface
public interface Activation {
    /** Its value at every element; same shape. */
    Tensor apply(Tensor x);
}

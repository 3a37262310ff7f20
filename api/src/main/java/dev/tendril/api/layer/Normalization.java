package dev.tendril.api.layer;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.tensor.Tensor;

/** Rescales feature vectors. */
@PluginImplemented
@FunctionalInterface
public interface Normalization {
    /** Normalises over the last axis; same shape. */
    Tensor apply(Tensor x);
}

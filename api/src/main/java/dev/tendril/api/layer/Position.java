package dev.tendril.api.layer;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.tensor.Tensor;

/** Tells a model without recurrence where in the sequence each step stands. */
@PluginImplemented
@FunctionalInterface
public interface Position {
    /**
     * The vectors with their positions worked in.
     *
     * @param x [B, T, D]
     * @param first position of step 0, not 0 when stepping through a sequence
     * @return [B, T, D]
     */
    Tensor encode(Tensor x, int first);
}

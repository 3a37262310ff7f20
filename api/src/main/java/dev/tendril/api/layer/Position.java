package dev.tendril.api.layer;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.tensor.Tensor;

/**
 * Tells a model without recurrence where in the sequence each step stands: in its input, or in the queries and keys of its
 * self-attention.
 */
@PluginImplemented
@FunctionalInterface
public interface Position {
    /**
     * The input of the model with its positions worked in; the input itself for a position that speaks in {@link #encodeHeads} alone.
     *
     * @param x [B, T, D]
     * @param first position of step 0, not 0 when stepping through a sequence
     * @return [B, T, D]
     */
    Tensor encode(Tensor x, int first);

    /**
     * Queries or keys of self-attention with their positions worked in; by default they stay as they are.
     *
     * @param x [B, T, H · D], the heads side by side
     * @param heads H
     * @param first position of step 0, not 0 when stepping through a sequence
     * @return [B, T, H · D]
     */
    default Tensor encodeHeads(Tensor x, int heads, int first) {
        return x;
    }
}

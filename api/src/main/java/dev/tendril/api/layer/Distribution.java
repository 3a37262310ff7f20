package dev.tendril.api.layer;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.tensor.Tensor;

/** Turns the scores of an attention into weights. */
@PluginImplemented
@FunctionalInterface
public interface Distribution {
    /**
     * The weights.
     *
     * @param scores [B, S]
     * @param mask [B, S], 1 for a real step; other scores are never read and weigh 0, and a row without real steps gives zeros
     * @return [B, S]
     */
    Tensor weights(Tensor scores, Tensor mask);
}

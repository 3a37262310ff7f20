package dev.tendril.api.layer;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;

/** One vector from a sequence. */
@PluginImplemented
@FunctionalInterface
public interface Pooling {
    /**
     * Pools the real steps of each row; a row without any gives zeros.
     *
     * @param source [B, T, D], one level
     * @return [B, O]
     */
    Tensor pool(Sequence source, Pass pass);
}
